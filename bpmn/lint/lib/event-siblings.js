// What can be wrong between elements of one process that wait for the same event.
function reportSiblings(all, reporter) {
  const waits = all.filter(wait => wait.type);
  const hasSibling = (wait, isOne) => waits.some(other => other !== wait && isOne(other));
  waits.filter(wait => hasSibling(wait, other => other.name === wait.name))
    .forEach(wait => reporter.report(wait.node.id,
      `another element waits for message "${wait.name}", too: tell them apart by a key`));

  // The instance as a whole waits for an event or does not, so there can be one answer only.
  const living = wait => !wait.startsProcess;
  waits.filter(wait => living(wait) && hasSibling(wait, other =>
    living(other) && other.type === wait.type && policyOf(other) !== policyOf(wait)))
    .forEach(wait => reporter.report(wait.node.id, `another element waits for ${wait.type}, too, and says otherwise what`
      + ' happens if nobody waits: give both the same eventUnmatched and eventWaitLimit'));
}

const policyOf = ({ properties }) =>
  `${properties.get('eventUnmatched') || 'park'} ${properties.get('eventWaitLimit') || 'PT2H'}`;

module.exports = { reportSiblings };

// What can be wrong with the properties that say what becomes of an event, and with its variables.
const KNOWN = ['eventKey', 'eventType', 'eventUnmatched', 'eventVariables', 'eventWaitLimit'];
const OF_WAITS = ['eventKey', 'eventUnmatched', 'eventWaitLimit'];
const UNMATCHED = ['park', 'ignore', 'dead-letter'];
const DURATION = /^P(?=.*[1-9])(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const VARIABLE = /^([A-Za-z_]\w*)(?:\s*=\s*(\w+(?:\.\w+)*))?$/;

function policyFindings({ properties, startsProcess }) {
  const findings = [...properties.keys()]
    .filter(name => name.startsWith('event') && !KNOWN.includes(name))
    .map(name => `"${name}" is no extension property of an event; there are ${KNOWN.join(', ')}`);
  if (startsProcess) {
    OF_WAITS.filter(name => properties.has(name))
      .forEach(name => findings.push(`starts a process, so nothing waits: remove ${name}`));
    return findings;
  }
  const unmatched = properties.get('eventUnmatched') || 'park';
  if (!UNMATCHED.includes(unmatched)) {
    findings.push(`eventUnmatched is "${unmatched}", which is none of ${UNMATCHED.join(', ')}`);
  }
  const limit = properties.get('eventWaitLimit');
  if (limit && !DURATION.test(limit)) {
    findings.push(`eventWaitLimit is "${limit}", which is no ISO-8601 duration such as PT2H`);
  }
  if (limit && unmatched !== 'park') {
    findings.push(`eventWaitLimit is set, but eventUnmatched is "${unmatched}": only a parked event waits`);
  }
  return findings;
}

function variableFindings({ properties, type }, event) {
  const findings = [];
  const names = new Set();
  const list = properties.get('eventVariables');
  for (const entry of list ? list.split(',').map(one => one.trim()) : []) {
    const [, name, path = name] = VARIABLE.exec(entry) || [];
    if (!name) {
      findings.push(`eventVariables has "${entry}", which is neither name nor name=field`);
    } else if (names.has(name)) {
      findings.push(`eventVariables names "${name}" twice`);
    } else if (!event.fields.includes(path)) {
      findings.push(`event ${type} has no field "${path}" for variable "${name}"; it has ${event.fields.join(', ')}`);
    }
    names.add(name);
  }
  return findings;
}

module.exports = { policyFindings, variableFindings };

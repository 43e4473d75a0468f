// What can be wrong with the key by which an event finds one of several waits.
const BUSINESS_KEY = 'businessKey';
const BUSINESS_KEY_EXPRESSIONS = [
  'execution.processBusinessKey', 'execution.businessKey', 'execution.getProcessBusinessKey()',
];

function keyFindings(wait, event) {
  const keyed = `"${wait.type}:\${variable}"`;
  const repeated = wait.isRepeated
    ? [`several instances of it wait for ${wait.type}: name its message ${keyed} with a key that tells them apart`]
    : [];
  const property = wait.properties.get('eventKey');
  if (wait.startsProcess) {
    return wait.key ? [`starts a process, so its message has no key: name it "${wait.type}"`] : [];
  }
  if (!wait.key) {
    return property ? [`eventKey is set, but message "${wait.name}" has no key: name it ${keyed}`, ...repeated] : repeated;
  }
  if (!property && !fieldOf(wait.key)) {
    return [`message "${wait.name}" does not tell which field holds the key: set eventKey`];
  }
  const fields = property ? property.split(',').map(field => field.trim()) : [fieldOf(wait.key)];
  return [
    ...fields.filter(field => field !== BUSINESS_KEY && !event.fields.includes(field))
      .map(field => `event ${wait.type} has no field "${field}" for its key; it has ${event.fields.join(', ')}`),
    ...fieldOf(wait.key) === BUSINESS_KEY || fields.every(field => field === BUSINESS_KEY) ? repeated : [],
  ];
}

/** The field that is meant if only the message's name tells. */
function fieldOf(expression) {
  if (BUSINESS_KEY_EXPRESSIONS.includes(expression)) {
    return BUSINESS_KEY;
  }
  return /^\w+$/.test(expression) ? expression : undefined;
}

module.exports = { keyFindings };

const RULES = [
  'async-borders',
  'connected',
  'event-catalogue',
  'gateway-conditions',
  'history-time-to-live',
  'naming',
  'timers-from-deadlines',
];

module.exports = {
  configs: {
    recommended: {
      rules: Object.fromEntries(RULES.map(rule => [rule, 'error'])),
    },
  },
  rules: Object.fromEntries(RULES.map(rule => [rule, `./rules/${rule}`])),
};

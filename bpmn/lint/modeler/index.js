// Camunda Modeler finds this file in its folder of plugins.
module.exports = {
  name: 'Orderflow lint rules',
  script: './client.js',
};

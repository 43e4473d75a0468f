// The element templates, judged by the validator that Camunda Modeler uses.
const assert = require('node:assert');
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const { validateAll } = require('@bpmn-io/element-templates-validator');

const FOLDER = join(__dirname, '../../.camunda/element-templates');

test('all templates are valid', () => {
  const templates = readdirSync(FOLDER).flatMap(file => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  const { results } = validateAll(templates);
  const refused = results.filter(({ valid }) => !valid).map(({ object, errors }) => [object.id, errors]);
  console.log(`n = ${templates.length} templates`);
  assert.deepStrictEqual(refused, []);
  assert.ok(templates.length >= 75);
});

// The models of this module, by the command that people and CI use.
const assert = require('node:assert');
const { execFile } = require('node:child_process');
const { join } = require('node:path');
const { test } = require('node:test');
const { promisify } = require('node:util');

const LINT = join(__dirname, '..');
const BPMNLINT = join(LINT, 'node_modules/.bin/bpmnlint');

const bpmnlint = file => promisify(execFile)(BPMNLINT, [file], { cwd: LINT });

test('all models keep to the rules', async () => {
  await bpmnlint('../src/main/resources/processes/**/*.bpmn');
});

test('a broken model is refused', async () => {
  await assert.rejects(bpmnlint('../src/test/resources/lint/naming/ids-of-the-modeler.bpmn'), error =>
    error.code === 1 && /Activity_0x1ab2c +error +id does not tell what it is/.test(error.stdout));
});

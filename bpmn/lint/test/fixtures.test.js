// The fixtures are shared with the same rules in Java: both must find what findings.txt says, in the same words.
const assert = require('node:assert');
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const lint = require('./lint');

const FIXTURES = join(__dirname, '../../src/test/resources/lint');
const catalogue = JSON.parse(readFileSync(join(FIXTURES, 'catalogue.json'), 'utf8'));
const expected = readFileSync(join(FIXTURES, 'findings.txt'), 'utf8').split('\n').filter(line => line);

test('every fixture is found to be broken as findings.txt says', async () => {
  const files = readdirSync(FIXTURES, { recursive: true }).filter(file => file.endsWith('.bpmn')).sort();
  const found = [];
  for (const file of files) {
    const findings = await lint(join(FIXTURES, file), catalogue);
    found.push(...findings.map(finding => `${file.replaceAll('\\', '/')} | ${finding}`));
  }
  console.log(`n = ${files.length} fixtures, ${found.length} findings`);
  assert.deepStrictEqual(found.sort(), expected);
});

// Draws every model there is; needs no running stack.
import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { drawDecision } from './decision.mjs';
import { drawModel } from './model.mjs';

const folders = ['bpmn/src/main/resources/processes', 'docs/analysts'];
const draw = { '.bpmn': drawModel, '.dmn': drawDecision };

export async function drawModels(browser, root, pictures) {
  const drawn = new Set();
  for (const folder of folders) {
    const files = await readdir(join(root, folder), { recursive: true });
    for (const file of files.filter(name => extname(name) in draw).sort()) {
      const name = basename(file, extname(file));
      if (drawn.has(name)) {
        throw new Error(`Two models are called ${name}; their pictures would be one.`);
      }
      await draw[extname(file)](browser, join(root, folder, file), join(pictures, name));
      drawn.add(name);
    }
  }
  return [...drawn];
}

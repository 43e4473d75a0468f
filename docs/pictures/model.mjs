// Draws a BPMN model as PNG, as Modeler shows it.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const viewer = join(dirname(createRequire(import.meta.url).resolve('bpmn-js/package.json')),
  'dist/bpmn-navigated-viewer.production.min.js');

export async function drawModel(browser, modelFile, picture) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, deviceScaleFactor: 1.5 });
  await page.setContent('<div id="canvas" style="width:1600px;height:900px"></div>');
  await page.addScriptTag({ path: viewer });
  const size = await page.evaluate(async xml => {
    window.viewer = new BpmnJS({ container: '#canvas' });
    await window.viewer.importXML(xml);
    return window.viewer.get('canvas').viewbox().inner;
  }, await readFile(modelFile, 'utf8'));
  const margin = 20;
  const width = Math.ceil(size.width) + 2 * margin;
  const height = Math.ceil(size.height) + 2 * margin;
  await page.setViewportSize({ width, height });
  await page.evaluate(([box, edge]) => {
    document.body.style.margin = 0;
    const canvas = document.getElementById('canvas');
    canvas.style.width = `${box.width + 2 * edge}px`;
    canvas.style.height = `${box.height + 2 * edge}px`;
    window.viewer.get('canvas').resized();
    window.viewer.get('canvas').viewbox({
      x: box.x - edge, y: box.y - edge, width: box.width + 2 * edge, height: box.height + 2 * edge });
  }, [size, margin]);
  await page.screenshot({ path: picture });
  await page.close();
}

// Draws a BPMN model as SVG and as PNG, as Modeler shows it.
import { readFile, writeFile } from 'node:fs/promises';
import { FONT, openPage, packageFile } from './page.mjs';

const viewer = packageFile('bpmn-js', 'dist/bpmn-navigated-viewer.production.min.js');
const margin = 20;

export async function drawModel(browser, modelFile, picture) {
  const page = await openPage(browser, '<div id="canvas" style="width:1600px;height:900px"></div>');
  await page.addScriptTag({ path: viewer });
  const { svg, warnings } = await page.evaluate(async ([xml, fontFamily]) => {
    const viewer = new BpmnJS({ container: '#canvas', textRenderer: { defaultStyle: { fontFamily } } });
    const { warnings } = await viewer.importXML(xml);
    return { ...await viewer.saveSVG(), warnings: warnings.map(warning => warning.message) };
  }, [await readFile(modelFile, 'utf8'), FONT]);
  if (warnings.length > 0) {
    throw new Error(`${modelFile}: ${warnings.join('; ')}`);
  }
  await writeFile(`${picture}.svg`, framed(svg));
  await screenshot(page, `${picture}.svg`, `${picture}.png`);
  await page.close();
}

/** On white with a margin, readable line by line, with positions to a tenth: finer is the browser's taste. */
function framed(svg) {
  const [x, y, width, height] = svg.match(/viewBox="([^"]+)"/)[1].split(' ').map(Number);
  const box = [Math.floor(x) - margin, Math.floor(y) - margin,
    Math.ceil(width) + 2 * margin, Math.ceil(height) + 2 * margin];
  return svg.slice(svg.indexOf('<svg'))
    .replace(/<svg[^>]*>/, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" `
      + `width="${box[2]}" height="${box[3]}" viewBox="${box.join(' ')}">`
      + `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="white"/>`)
    .replace(/<(\w+) class="djs-hit[^>]*\/>/g, '') // Only a mouse needs them.
    .replace(/<[^>]+>/g, tag => tag.replace(/\d+\.\d{2,}/g, number => String(Math.round(Number(number) * 10) / 10)))
    .replaceAll('><', '>\n<') + '\n';
}

export async function screenshot(page, svgFile, pngFile) {
  const svg = await readFile(svgFile, 'utf8');
  await page.evaluate(text => {
    document.body.innerHTML = text;
    document.body.style.margin = 0;
    document.querySelector('svg').style.display = 'block';
  }, svg);
  await page.locator('svg').first().screenshot({ path: pngFile });
}

// Draws a DMN decision table as SVG and as PNG: laid out by the viewer of Modeler, cell by cell as it stands there.
import { readFile, writeFile } from 'node:fs/promises';
import { screenshot } from './model.mjs';
import { FONT, openPage, packageFile } from './page.mjs';

const viewer = packageFile('dmn-js', 'dist/dmn-viewer.production.min.js');
const styles = ['dmn-js-shared', 'dmn-js-decision-table'].map(name => packageFile('dmn-js', `dist/assets/${name}.css`));
const margin = 20;

export async function drawDecision(browser, modelFile, picture) {
  const page = await openPage(browser, '<div id="canvas" style="width:1400px"></div>');
  for (const path of styles) {
    await page.addStyleTag({ path });
  }
  await page.addStyleTag({ content: `.dmn-js-parent, .dmn-js-parent * { font-family: ${FONT} !important; }
    .tjs-table * { white-space: nowrap; }` });
  await page.addScriptTag({ path: viewer });
  const cells = await page.evaluate(async xml => {
    const viewer = new DmnJS({ container: '#canvas' });
    await viewer.importXML(xml);
    await viewer.open(viewer.getViews().find(view => view.type === 'decisionTable'));
    return [...document.querySelectorAll('.tjs-table th, .tjs-table td')].map(cell => {
      const { x, y, width, height } = cell.getBoundingClientRect();
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const box = range.getBoundingClientRect();
        const { fontWeight, fontSize } = getComputedStyle(walker.currentNode.parentElement);
        if (box.width > 0) {
          texts.push({ text: walker.currentNode.data.trim(), x: box.x, bottom: box.bottom, height: box.height,
            bold: Number(fontWeight) >= 600, size: parseFloat(fontSize) });
        }
      }
      return { head: cell.tagName === 'TH', x, y, width, height, texts };
    });
  }, await readFile(modelFile, 'utf8'));
  await writeFile(`${picture}.svg`, table(cells.filter(cell => cell.width > 0)));
  await screenshot(page, `${picture}.svg`, `${picture}.png`);
  await page.close();
}

function table(cells) {
  const left = Math.round(Math.min(...cells.map(cell => cell.x))) - margin;
  const top = Math.round(Math.min(...cells.map(cell => cell.y))) - margin;
  const right = Math.round(Math.max(...cells.map(cell => cell.x + cell.width))) + margin;
  const bottom = Math.round(Math.max(...cells.map(cell => cell.y + cell.height))) + margin;
  const box = `x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${right - left}" height="${bottom - top}" `
      + `viewBox="${left} ${top} ${right - left} ${bottom - top}" font-family="${FONT}">`,
    `<rect ${box} fill="white"/>`,
    ...cells.map(drawCell),
    '</svg>\n',
  ].join('\n');
}

function drawCell(cell) {
  const [x, y, end, low] = [cell.x, cell.y, cell.x + cell.width, cell.y + cell.height].map(Math.round);
  const frame = `<rect x="${x}" y="${y}" width="${end - x}" height="${low - y}" `
    + `fill="${cell.head ? '#f3f3f3' : 'white'}" stroke="#888"/>`;
  return frame + cell.texts.map(text => `\n<text x="${Math.round(text.x)}" `
    + `y="${Math.round(text.bottom - text.height * 0.22)}" font-size="${text.size}"`
    + `${text.bold ? ' font-weight="bold"' : ''}>${escaped(text.text)}</text>`).join('');
}

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

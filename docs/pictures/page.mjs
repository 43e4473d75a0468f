// A page whose drawings come out the same on every machine: with a font of ours, and without chance.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
export const packageFile = (name, file) => join(dirname(resolve(`${name}/package.json`)), file);

// As wide as Arial, letter by letter: what is drawn with it looks the same where a reader has only that.
export const FONT = 'Arimo, Arial, sans-serif';

export async function openPage(browser, html) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, deviceScaleFactor: 1.5 });
  // The viewers number their markers by chance.
  await page.addInitScript(() => {
    let last = 0;
    Math.random = () => (last = (last * 16807 + 11) % 2147483647) / 2147483647;
  });
  await page.goto('about:blank');
  await page.setContent(html);
  for (const weight of [400, 700]) {
    const font = await readFile(packageFile('@fontsource/arimo', `files/arimo-latin-${weight}-normal.woff2`));
    await page.addStyleTag({ content: `@font-face { font-family: Arimo; font-weight: ${weight};
      src: url(data:font/woff2;base64,${font.toString('base64')}); }` });
  }
  await page.evaluate(async () => {
    const loaded = await Promise.all([document.fonts.load('12px Arimo'), document.fonts.load('bold 12px Arimo')]);
    if (loaded.some(faces => faces.length !== 1)) {
      throw new Error('the font did not load');
    }
    document.body.style.margin = 0;
  });
  return page;
}

// Opens the page of all events as a reader would: from a file, with a search. Fails if the page complains or wants more.
import { pathToFileURL } from 'node:url';

export async function showEvent(browser, pageFile, event, picture) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const troubles = [];
  page.on('console', message => troubles.push(message.text()));
  page.on('pageerror', error => troubles.push(error.message));
  page.on('request', request => {
    if (request.url() !== pathToFileURL(pageFile).href) {
      troubles.push(`asked for ${request.url()}`);
    }
  });
  await page.goto(pathToFileURL(pageFile).href);
  await page.fill('#search', event);
  await page.waitForSelector(`article#${event}`, { state: 'visible' });
  const others = await page.locator('article:visible').count() - 1;
  if (others > 0 || troubles.length > 0) {
    throw new Error(`${pageFile}: ${others} other events found by "${event}"; ${troubles.join('; ')}`);
  }
  await page.screenshot({ path: picture });
  await page.close();
}

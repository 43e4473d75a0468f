// Draws the pictures of the documentation: of the models, and unless only those are wanted, of the running stack.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { showOrderInCockpit } from './cockpit.mjs';
import { showEvent } from './events.mjs';
import { drawModels } from './models.mjs';
import { awaitLines, holdAnswers, releaseAnswers, runningStack, submitOrder } from './stack.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

async function drawStack(browser) {
  const stack = await runningStack(root);
  await holdAnswers(stack);
  try {
    const orderId = await submitOrder(stack);
    await awaitLines(stack, orderId, 'REQUESTED');
    await showOrderInCockpit(browser, stack.urls.cockpit, stack.credentials['cockpit.user'],
      stack.credentials['cockpit.password'], orderId, join(here, 'cockpit.png'));
  } finally {
    await releaseAnswers(stack);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run', '--font-render-hinting=none'],
  env: { ...process.env, FONTCONFIG_FILE: join(here, 'fonts.conf') },
});
try {
  const drawn = await drawModels(browser, root, here);
  if (process.argv[2] !== 'models') {
    await showEvent(browser, join(root, 'docs/events/index.html'), 'QuoteAccepted', join(here, 'events.png'));
    await drawStack(browser);
    drawn.push('events', 'cockpit');
  }
  console.log(`Drew in docs/pictures: ${drawn.join(', ')}`);
} finally {
  await browser.close();
}

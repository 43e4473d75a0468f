// Draws every picture of the documentation. Needs the running stack: ./orderflow up
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { showOrderInCockpit } from './cockpit.mjs';
import { showEvent } from './events.mjs';
import { drawModel } from './model.mjs';
import { awaitLines, holdAnswers, releaseAnswers, runningStack, submitOrder } from './stack.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run'],
});
try {
  await drawModel(browser, join(root, 'bpmn/src/main/resources/processes/order-fulfillment/order-fulfillment.bpmn'),
    join(here, 'order-fulfillment.png'));
  await showEvent(browser, join(root, 'docs/events/index.html'), 'QuoteAccepted', join(here, 'events.png'));
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
  console.log('Drew order-fulfillment.png, events.png and cockpit.png in docs/pictures');
} finally {
  await browser.close();
}

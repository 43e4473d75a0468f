// Reads where the running stack listens and how to log in; submits an order that stays alive for the picture.
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';

export async function runningStack(root) {
  const home = process.env.ORDERFLOW_HOME ?? join(root, '.orderflow');
  const stack = JSON.parse(await readFile(join(home, 'run/stack.json'), 'utf8'));
  if (stack.state !== 'ready') {
    throw new Error(`The stack is ${stack.state}. Try: ./orderflow up`);
  }
  const file = stack.credentialsFile;
  const text = await readFile(isAbsolute(file) ? file : join(root, file), 'utf8');
  const credentials = Object.fromEntries(text.split('\n').filter(line => /^[^#].*=/.test(line))
    .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const authorization = 'Basic '
    + Buffer.from(`${credentials['api.user']}:${credentials['api.password']}`).toString('base64');
  return { urls: stack.urls, credentials, authorization };
}

async function call(stack, method, url, body, headers = {}) {
  const answer = await fetch(url, {
    method,
    headers: { authorization: stack.authorization, 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  }
  return answer;
}

/** The provider keeps its answers back, so the order's lines wait. */
export const holdAnswers = stack => call(stack, 'POST', `${stack.urls.mock}/fulfillment-pause`);
export const releaseAnswers = stack => call(stack, 'POST', `${stack.urls.mock}/fulfillment-resume`);

export async function submitOrder(stack) {
  const quoteId = `q-picture-${Date.now()}`;
  const lines = ['85123A', '71053', '84406B'].map((offerId, i) =>
    ({ quoteLineId: String(i + 1), offerId, action: 'ADD', quantity: 6, unitPrice: '2.55' }));
  const answer = await call(stack, 'POST', `${stack.urls.orders}/orders`,
    { quoteId, customerId: '17850', currency: 'GBP', lines }, { 'Idempotency-Key': quoteId });
  return (await answer.json()).id;
}

/** Waits until every line has been handed to the provider. */
export async function awaitLines(stack, orderId, status) {
  const deadline = Date.now() + 30000;
  for (;;) {
    const order = await (await call(stack, 'GET', `${stack.urls.orders}/orders/${orderId}`)).json();
    if (order.lines.every(line => line.status === status)) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`Lines of ${orderId} did not become ${status}: ${JSON.stringify(order.lines)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

// Opens Cockpit as an operator would: logs in, finds the process instance of an order, shows its diagram.
export async function showOrderInCockpit(browser, cockpit, user, password, orderId, picture) {
  const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
  await page.goto(cockpit, { waitUntil: 'domcontentloaded' });
  await page.fill('input[type="text"]', user);
  await page.fill('input[type="password"]', password);
  await page.click('button[type="submit"]');
  await page.waitForSelector('text=Running Process Instances', { timeout: 30000 });

  const base = new URL(cockpit);
  const found = await page.evaluate(async ([origin, key]) => {
    const answer = await fetch(`${origin}/camunda/api/engine/engine/default/process-instance?businessKey=${key}&maxResults=2`,
      { headers: { accept: 'application/json' } });
    return answer.json();
  }, [base.origin, orderId]);
  if (found.length !== 1) {
    throw new Error(`Expected one process instance of ${orderId}, found ${JSON.stringify(found)}`);
  }
  await page.goto(`${cockpit}#/process-instance/${found[0].id}/runtime`);
  await page.waitForSelector('.djs-container .badge', { timeout: 30000 });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: picture });
  await page.close();
}

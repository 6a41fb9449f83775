import { ask } from './portal.mjs';

/** What holds a tab of the dashboard, below the header that Backstage draws. */
export function dashboard(page) {
  return page.getByTestId('traffic-dashboard');
}

/** Enough for a busy machine, in milliseconds. */
const patience = 60_000;

/** Opens a tab of the dashboard, with what its address says of filters, and waits until its head is there. */
export async function openDashboard(page, tab, query = '') {
  await page.goto(`/aks-traffic/${tab}${query}`);
  await page
    .getByRole('region', { name: 'Coverage' })
    .waitFor({ timeout: patience });
}

/** Opens the tab with the services and waits until the table says how many there are. */
export async function openServices(page, query) {
  await openDashboard(page, 'services', query);
  await page
    .getByRole('heading', { name: /^Services \(\d/ })
    .waitFor({ timeout: patience });
}

/** Waits until the heading of the table says that there are so many services. */
export async function waitForServices(page, number) {
  await page
    .getByRole('heading', { name: `Services (${number})` })
    .waitFor({ timeout: patience });
}

/** The rows of the table on the page that is shown, without the one with the headings. */
export function serviceRows(page) {
  return page
    .getByRole('region', { name: /^Services \(\d/ })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
}

/** Names of the services on the page that is shown, in its order. */
export function serviceNames(page) {
  return serviceRows(page)
    .getByRole('rowheader')
    .evaluateAll(cells => cells.map(cell => cell.innerText.split('\n')[0]));
}

/** Waits until the table shows the services that the backend lists for a query, in that order; returns the answer. */
export async function shownAsListed(page, query) {
  let shown;
  let listed;
  await eventually(async () => {
    listed = await askJson(`services?${query}`);
    shown = await serviceNames(page);
    return (
      shown.length > 0 &&
      shown.join() === listed.items.map(({ service }) => service).join()
    );
  }, `the table shows what is listed for '${query}'`);
  return listed;
}

/** An answer of the plugin's backend. */
export async function askJson(path) {
  const answer = await ask(`/${path}`);
  if (answer === undefined) {
    throw new Error(`The backend refused ${path}`);
  }
  return answer;
}

/** Waits until a condition holds, and says what it was for when it does not. */
export async function eventually(check, expectation) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (await check()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 150));
  }
  throw new Error(`Not within ${patience / 1000} s: ${expectation}`);
}

/** Saves the services of the view as a file, and returns what is in it. */
export async function exported(page, format) {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: patience }),
    page.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click(),
  ]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

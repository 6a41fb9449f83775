import { chromium } from 'playwright-core';

const url = process.env.AKS_TRAFFIC_E2E_URL;
const control = process.env.AKS_TRAFFIC_E2E_CONTROL;

/** Chromium as it runs for root in a container, and without the calls home that a closed network refuses. */
const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH,
  chromiumSandbox: false,
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export function launchBrowser() {
  return chromium.launch(launchOptions);
}

/** What the plugin's backend answers the guest, past the screens; `undefined` when it refuses. */
export async function ask(path) {
  const session = await fetch(`${url}/api/auth/guest/refresh`, {
    method: 'POST',
  }).then(response => response.json());
  const response = await fetch(`${url}/api/aks-traffic/v1${path}`, {
    headers: { authorization: `Bearer ${session.backstageIdentity.token}` },
  });
  return response.ok ? response.json() : undefined;
}

/**
 * Waits until the catalog is filled and every cluster has been tried: until then, a Service that runs in several
 * clusters has the verdicts of some of them.
 */
async function firstVerdicts() {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const clusters = (await ask('/clusters'))?.items ?? [];
    if (
      clusters.length > 0 &&
      !clusters.some(({ coverage }) =>
        coverage.gaps.includes('The cluster has not been read yet.'),
      )
    ) {
      const traffic = await ask(
        '/entities/component/default/storefront/traffic',
      );
      if (traffic?.services.length > 0) {
        return;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error('The portal had no verdicts after two minutes');
}

/** Opens the portal as a visitor and signs in as guest. */
export async function signIn(browser, { theme = 'light', ...options } = {}) {
  await firstVerdicts();
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    viewport: { width: 1440, height: 1000 },
    ...options,
  });
  await context.addInitScript(
    value => window.localStorage.setItem('theme', value),
    theme,
  );
  const page = await context.newPage();
  await page.goto('/');
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click();
  // The page before has a heading of its own, so that only its end says that the session is there.
  await enter.waitFor({ state: 'detached' });
  return page;
}

/** Opens a component's page and waits until its traffic card has an answer of any kind. */
export async function openCard(page, entity) {
  await page.goto(`/catalog/default/component/${entity}`);
  await page.getByText('Traffic', { exact: true }).first().waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: 'Loading traffic' })
    .waitFor({ state: 'detached' });
}

/** The traffic card of the page that is shown. */
export function card(page) {
  return page
    .getByRole('heading', { name: 'Traffic', exact: true })
    .locator('xpath=ancestor::*[contains(@class, "bui-Card ")][1]');
}

/** The card's line with this label; its name is the label and what the line says. */
export function line(page, label) {
  return page.getByRole('button', { name: new RegExp(`^${label}`) }).first();
}

/** Opens a line and returns the panel with its evidence. */
export async function openEvidence(page, label) {
  const button = line(page, label);
  await button.focus();
  await page.keyboard.press('Enter');
  const id = await button.getAttribute('aria-controls');
  return page.locator(`[id="${id}"]`);
}

/** Switches a fault on, or, without one, all of them off. */
export async function switchFault(fault) {
  await tell(
    fault ? 'PUT' : 'DELETE',
    `/faults${fault ? '/browser-test' : ''}`,
    fault,
  );
}

/** Creates an object in a simulated cluster, or replaces it. */
export async function applyObject({ cluster, object }) {
  await tell('PUT', `/clusters/${cluster}/objects`, object);
}

/** Deletes an object of a simulated cluster. */
export async function deleteObject({ cluster, object }) {
  const { apiVersion, kind, metadata } = object;
  const { namespace, name } = metadata;
  const query = new URLSearchParams({ apiVersion, kind, namespace, name });
  await tell('DELETE', `/clusters/${cluster}/objects?${query}`);
}

async function tell(method, path, body) {
  const response = await fetch(`${control}${path}`, {
    method,
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) {
    throw new Error(
      `control port: ${response.status} ${await response.text()}`,
    );
  }
}

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

/** Opens the portal as a visitor and signs in as guest. */
export async function signIn(browser, { theme = 'light', ...options } = {}) {
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
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

/** Opens a service's page from the catalog's own address and waits for its traffic card to have an answer. */
export async function openCard(page, entity) {
  await page.goto(`/catalog/default/component/${entity}`);
  const card = page.locator('[data-testid="aks-traffic-card"]');
  await card.waitFor();
  await card.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  return card;
}

export async function switchFault(id, fault) {
  const response = await fetch(`${control}/faults/${id}`, {
    method: fault ? 'PUT' : 'DELETE',
    ...(fault && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    }),
  });
  if (!response.ok) {
    throw new Error(
      `control port: ${response.status} ${await response.text()}`,
    );
  }
}

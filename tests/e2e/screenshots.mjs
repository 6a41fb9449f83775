// Takes the pictures of docs/images: the portal, and the card in each of its states, light and dark.
import { fileURLToPath } from 'node:url';
import {
  launchBrowser,
  line,
  openCard,
  openEvidence,
  signIn,
  switchFault,
} from './portal.mjs';

const images = fileURLToPath(new URL('../../docs/images', import.meta.url));
const shop = 'aks-shop-prod-weu';

const states = [
  { name: 'managed-nginx', entity: 'storefront' },
  { name: 'community-nginx', entity: 'hr-portal' },
  { name: 'retired', entity: 'status-page' },
  { name: 'front-door', entity: 'checkout' },
  { name: 'two-pools', entity: 'dock-scheduler' },
  { name: 'two-clusters', entity: 'order-api' },
  { name: 'conflict', entity: 'vision-inspector' },
  { name: 'not-attached', entity: 'newsletter' },
  { name: 'not-linked', entity: 'design-system' },
  { name: 'not-found', entity: 'gift-cards' },
  { name: 'unreadable-cluster', entity: 'ledger' },
];

const faults = [
  {
    name: 'partial',
    title: 'Partly read',
    fault: { resource: 'ingressclasses', effect: { kind: 'forbidden' } },
  },
  {
    name: 'stale',
    title: 'Stale: this is the last reading',
    fault: { effect: { kind: 'html' } },
  },
];

function card(page) {
  return page
    .getByRole('heading', { name: 'Traffic', exact: true })
    .locator('xpath=ancestor::*[contains(@class, "bui-Card ")][1]');
}

async function shoot(page, name, theme) {
  // Fonts and icons settle after the text is there.
  await page.waitForTimeout(500);
  await card(page).screenshot({ path: `${images}/card-${name}-${theme}.png` });
}

const browser = await launchBrowser();
try {
  const pages = {
    light: await signIn(browser, { theme: 'light' }),
    dark: await signIn(browser, { theme: 'dark' }),
  };
  for (const [theme, page] of Object.entries(pages)) {
    await openCard(page, states[0].entity);
    await line(page, 'Ingress').waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${images}/portal-${theme}.png` });
    for (const { name, entity } of states) {
      await openCard(page, entity);
      await shoot(page, name, theme);
    }

    await openCard(page, states[0].entity);
    await openEvidence(page, 'Egress');
    await shoot(page, 'evidence', theme);

    await page.setViewportSize({ width: 390, height: 900 });
    await openCard(page, states[0].entity);
    await shoot(page, 'narrow', theme);
    await page.setViewportSize({ width: 1440, height: 1000 });
  }
  for (const { name, title, fault } of faults) {
    await switchFault({ target: shop, ...fault });
    for (const [theme, page] of Object.entries(pages)) {
      await openCard(page, states[0].entity);
      await page.getByText(title).waitFor({ timeout: 150_000 });
      await shoot(page, name, theme);
    }
    await switchFault();
  }
} finally {
  await switchFault();
  await browser.close();
}

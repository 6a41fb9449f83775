import { card, line, openCard, openEvidence, switchFault } from '../portal.mjs';
import { narrow, shoot, withSize } from './shoot.mjs';

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

/** The portal, and the card in each state that the estate has by itself. */
export async function shootCards(page, theme) {
  const shootCard = name => shoot(card(page), `card-${name}-${theme}`);

  await openCard(page, states[0].entity);
  await line(page, 'Ingress').waitFor();
  await shoot(page, `portal-${theme}`);
  for (const { name, entity } of states) {
    await openCard(page, entity);
    await shootCard(name);
  }

  await openCard(page, states[0].entity);
  await openEvidence(page, 'Egress');
  await shootCard('evidence');

  await withSize(page, { ...narrow, height: 1400 }, async () => {
    await openCard(page, states[0].entity);
    await shootCard('narrow');
  });
}

/** The card while something is wrong; faults are switched for all themes at once, because they take a while. */
export async function shootTroubledCards(pages) {
  for (const { name, title, fault } of faults) {
    await switchFault({ target: shop, ...fault });
    for (const [theme, page] of Object.entries(pages)) {
      await openCard(page, states[0].entity);
      await page.getByText(title).waitFor({ timeout: 150_000 });
      await shoot(card(page), `card-${name}-${theme}`);
    }
    await switchFault();
  }
}

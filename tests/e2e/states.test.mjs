import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  launchBrowser,
  line,
  openCard,
  signIn,
  switchFault,
} from './portal.mjs';
import { statedVerdicts } from './statedVerdicts.mjs';

describe('the traffic card when something is missing', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await switchFault();
    await browser.close();
  });

  it('tells how to link an entity that has no annotation', async () => {
    await openCard(page, 'design-system');
    await page.getByText('Not linked to Kubernetes').waitFor();
    await page
      .getByText('backstage.io/kubernetes-id: "design-system"')
      .waitFor();
  });

  it('says which clusters were looked at when nothing was found', async () => {
    await openCard(page, 'gift-cards');
    await page.getByText(/Not found in any of the \d+ clusters/).waitFor();
    await page.getByText('Could not be looked at').waitFor();
  });

  it('keeps the last verdict and says stale and why while a cluster cannot be read', async () => {
    const [entity] = [...statedVerdicts()].find(
      ([, stated]) =>
        stated.length === 1 && stated[0].systems.includes('app-routing-nginx'),
    );
    await openCard(page, entity);
    const before = await line(page, 'Ingress').textContent();

    await switchFault({ target: '*', effect: { kind: 'refuse' } });
    await page
      .getByText('Stale: this is the last reading')
      .waitFor({ timeout: 150_000 });

    assert.equal(await line(page, 'Ingress').textContent(), before);
    assert.match(
      await page.locator('main, body').first().textContent(),
      /last read/,
    );

    await switchFault();
    await page
      .getByText('Stale: this is the last reading')
      .waitFor({ state: 'detached', timeout: 150_000 });
  });
});

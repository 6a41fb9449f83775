import { after, before, describe, it } from 'node:test';
import { shownAsListed, waitForServices } from './dashboard.mjs';
import { launchBrowser, openCard, signIn } from './portal.mjs';
import { section } from './trafficTab.mjs';

const entity = 'hr-portal';
const cluster = 'aks-legacy-prod-weu';

describe('the links between the screens', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await browser.close();
  });

  it('lead from card to tab to dashboard, and back', async () => {
    await openCard(page, entity);
    await page
      .getByRole('link', { name: 'Path, findings and annotations' })
      .click();
    await section(page, 'Path').waitFor();

    await page
      .getByRole('link', { name: `All services on ${cluster}` })
      .click();
    await page.waitForURL(`**/aks-traffic/services?cluster=${cluster}`);
    const { totalItems } = await shownAsListed(
      page,
      `cluster=${cluster}&orderBy=risk:desc&limit=25`,
    );
    await waitForServices(page, totalItems);

    await page.getByRole('link', { name: entity, exact: true }).click();
    await page.waitForURL(`**/component/${entity}/traffic?service=*`);
    await section(page, 'Path').waitFor();

    await page.goBack();
    await waitForServices(page, totalItems);
    await page.goBack();
    await section(page, 'Path').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Traffic', exact: true }).waitFor();
  });
});

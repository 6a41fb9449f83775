import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { seriousViolations } from './axe.mjs';
import {
  dashboard,
  eventually,
  openDashboard,
  openServices,
  serviceNames,
} from './dashboard.mjs';
import { card, launchBrowser, line, openCard, signIn } from './portal.mjs';
import { openPicture, openTab, tab } from './trafficTab.mjs';

const entity = 'hr-portal';

/** Every screen, how it is opened, and what of the page is the plugin's. */
const screens = {
  services: {
    part: dashboard,
    async open(page) {
      await openServices(page);
      await page.getByRole('figure', { name: /^Chart of the/ }).waitFor();
      await eventually(
        async () => (await serviceNames(page)).length > 0,
        'there are services',
      );
    },
  },
  clusters: {
    part: dashboard,
    async open(page) {
      await openDashboard(page, 'clusters');
      await page.getByRole('article', { name: 'aks-shop-prod-weu' }).waitFor();
    },
  },
  waivers: {
    part: dashboard,
    async open(page) {
      await openDashboard(page, 'waivers');
      await page.getByRole('heading', { name: 'Waivers' }).waitFor();
      await page.getByRole('columnheader', { name: 'Reason' }).waitFor();
    },
  },
  tab: {
    part: tab,
    async open(page) {
      await openTab(page, entity);
      await openPicture(page);
    },
  },
  card: {
    part: card,
    async open(page) {
      await openCard(page, entity);
      await line(page, 'Ingress').waitFor();
    },
  },
};

for (const theme of ['light', 'dark']) {
  describe(`with the ${theme} theme`, () => {
    let browser;
    let page;

    before(async () => {
      browser = await launchBrowser();
      page = await signIn(browser, { theme });
    });

    after(async () => {
      await browser.close();
    });

    for (const [name, { open, part }] of Object.entries(screens)) {
      it(`axe finds nothing serious on the ${name}`, async () => {
        await open(page);
        assert.deepEqual(await seriousViolations(part(page)), []);
      });
    }
  });
}

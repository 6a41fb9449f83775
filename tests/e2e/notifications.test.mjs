import { after, before, describe, it } from 'node:test';
import { launchBrowser, signIn } from './portal.mjs';
import { section } from './trafficTab.mjs';

describe('notifications', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await browser.close();
  });

  it('tell owners what is being retired under their service, and lead to its Traffic tab', async () => {
    // Owners are first told a minute after the portal has started.
    const link = page.getByRole('link', {
      name: /^status-page: HTTP application routing add-on: support ended/,
    });
    const deadline = Date.now() + 120_000;
    for (;;) {
      await page.goto('/notifications');
      await page.getByText(/^Unread notifications \(\d+\)$/).waitFor();
      if ((await link.isVisible()) || Date.now() > deadline) {
        break;
      }
      await page.waitForTimeout(2_000);
    }

    await link.click();

    await page.waitForURL('**/component/status-page/traffic?service=*');
    await section(page, 'Path').waitFor();
  });
});

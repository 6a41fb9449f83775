import { after, before, describe, it } from 'node:test';
import { openNotification } from './notifications.mjs';
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
    const link = await openNotification(page);

    await link.click();

    await page.waitForURL('**/component/status-page/traffic?service=*');
    await section(page, 'Path').waitFor();
  });
});

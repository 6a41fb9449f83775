import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askJson, openDashboard, openServices } from './dashboard.mjs';
import { launchBrowser, signIn } from './portal.mjs';
import { openTab, section } from './trafficTab.mjs';
import { openWaiverDialog, waive } from './waive.mjs';

const entity = 'phonebook';
const reason = 'Replaced in January; reached from the office only.';

describe('a waiver', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await browser.close();
  });

  it('is made on the tab, seen and counted on the dashboard, and revoked', async () => {
    const waivedNow = async () =>
      (await askJson('summary?groupBy=risk')).total.waived;
    const waivedBefore = await waivedNow();

    const dialog = await openWaiverDialog(page, entity);
    await dialog.getByRole('button', { name: 'Waive', exact: true }).click();
    await dialog.getByText(/Give a reason of at least/).waitFor();
    await waive(dialog, reason);
    assert.equal(await waivedNow(), waivedBefore + 1);

    await openServices(page, `?search=${entity}`);
    await page
      .getByRole('row', { name: new RegExp(entity) })
      .getByText(/1 waived/)
      .waitFor();
    await page.getByText(/with (a waived finding|waived findings)$/).waitFor();

    await openDashboard(page, 'waivers');
    const row = page.getByRole('row').filter({ hasText: reason });
    await row.getByText('Active').waitFor();
    await row.getByRole('button', { name: /^Revoke the waiver of/ }).click();
    const question = page.getByRole('dialog', { name: 'Revoke a waiver' });
    await question.getByRole('button', { name: 'Revoke', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    await row.getByText('Revoked').first().waitFor();
    assert.equal(await waivedNow(), waivedBefore);

    await openTab(page, entity);
    await section(page, 'Findings').getByRole('listitem').first().waitFor();
    assert.equal(
      await section(page, 'Findings')
        .getByText(/^Waived until/)
        .count(),
      0,
    );
  });
});

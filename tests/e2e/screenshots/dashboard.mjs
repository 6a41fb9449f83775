import { openDashboard, openServices, serviceRows } from '../dashboard.mjs';
import { openWaiverDialog, waive } from '../waive.mjs';
import { narrow, shoot, withSize } from './shoot.mjs';

const waived = {
  phonebook: 'Replaced in January; reached from the office network only.',
  wiki: 'Moves with the intranet in the second week of December.',
};

/** Waives what the pictures of the waivers show. */
export async function makeWaivers(page) {
  for (const [entity, reason] of Object.entries(waived)) {
    await waive(await openWaiverDialog(page, entity), reason);
  }
}

async function openWholeServices(page) {
  await openServices(page);
  await page.getByRole('figure', { name: /^Chart of the/ }).waitFor();
  await serviceRows(page).first().waitFor();
}

/** The tabs of the dashboard. */
export async function shootDashboard(page, theme) {
  await withSize(page, { width: 1440, height: 1300 }, async () => {
    await openWholeServices(page);
    await shoot(page, `dashboard-${theme}`);
  });

  await openDashboard(page, 'clusters');
  await page.getByRole('article', { name: 'aks-shop-prod-weu' }).waitFor();
  await shoot(page, `clusters-${theme}`);

  await openDashboard(page, 'waivers');
  await page
    .getByRole('button', { name: /^Revoke the waiver/ })
    .first()
    .waitFor();
  await shoot(page, `waivers-${theme}`);
  await openWaiverDialog(page, 'crm');
  await shoot(page, `waiver-dialog-${theme}`);

  await withSize(page, { ...narrow, height: 1800 }, async () => {
    await openWholeServices(page);
    await shoot(page, `dashboard-narrow-${theme}`);
  });
}

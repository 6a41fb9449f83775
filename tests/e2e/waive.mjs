import { openTab, section } from './trafficTab.mjs';

/** Opens the dialog that waives the worst finding of an entity. */
export async function openWaiverDialog(page, entity) {
  await openTab(page, entity);
  const finding = section(page, 'Findings').getByRole('listitem').first();
  await finding.getByRole('button').first().click();
  await finding
    .getByRole('button', { name: /^Waive the finding of rule/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Waive a finding' });
  await dialog.waitFor();
  return dialog;
}

/** Gives the reason, and waives the finding until the day that the dialog proposes. */
export async function waive(dialog, reason) {
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
  await dialog.getByRole('button', { name: 'Waive', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await section(dialog.page(), 'Findings')
    .getByText(/^Waived until/)
    .first()
    .waitFor();
}

/** What holds the traffic tab of an entity's page. */
export function tab(page) {
  return page.getByTestId('traffic-tab');
}

/**
 * Opens the traffic tab of a component, with what its address says of the Service to show, and waits until it shows
 * what is known of one.
 */
export async function openTab(page, entity, query = '') {
  await page.goto(`/catalog/default/component/${entity}/traffic${query}`);
  await section(page, 'Path').waitFor();
}

/** A part of the tab by its heading. */
export function section(page, name) {
  return page.getByRole('region', { name, exact: true });
}

/** The picture of the path, laid out and shown. */
export async function openPicture(page) {
  const picture = page.getByRole('group', { name: /, as a picture$/ });
  await picture.getByRole('button').first().waitFor();
  return picture;
}

/** Opens a step of the picture without a mouse and returns the panel with its evidence. */
export async function openStep(page, name) {
  const picture = await openPicture(page);
  const step = picture.getByRole('button', { name }).first();
  await step.focus();
  await page.keyboard.press('Enter');
  const id = await step.getAttribute('aria-controls');
  return { step, panel: page.locator(`[id="${id}"]`) };
}

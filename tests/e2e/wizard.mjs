/** Opens the template for a new service. */
export async function openServiceTemplate(page) {
  await page.goto('/create/templates/default/aks-service');
  await page.getByRole('heading', { name: 'Service on AKS' }).waitFor();
}

async function next(page, button = 'Next') {
  await page.getByRole('button', { name: button, exact: true }).click();
}

/** Fills in the first two steps, and waits until the patterns of the cluster are there. */
export async function fillIn(page, { name, owner, cluster, exposure, host }) {
  await page.getByLabel(/^Name/).fill(name);
  await page.getByLabel(/^Owner/).click();
  await page.getByRole('option', { name: owner }).click();
  await next(page);
  await page.getByRole('button', { name: /Cluster/ }).click();
  await page.getByRole('option', { name: new RegExp(cluster) }).click();
  await page.getByRole('radio', { name: exposure }).check();
  await page.getByLabel('Host name', { exact: true }).fill(host);
  await next(page);
  // The step before has radio buttons too, and stays for a moment.
  await page
    .getByRole('group', { name: 'How traffic gets in' })
    .getByRole('radio', { checked: true })
    .waitFor();
}

/** Goes through the wizard with the recommended pattern, and waits for the end of the task. */
export async function createService(page, answers) {
  await openServiceTemplate(page);
  await fillIn(page, answers);
  await next(page);
  await page.getByText('This portal publishes to a folder').waitFor();
  await next(page, 'Review');
  await next(page, 'Create');
  await page
    .getByRole('link', { name: /Open in the catalog/i })
    .waitFor({ timeout: 120_000 });
}

/** Where the finished task says that the repository is. */
export async function repositoryFolder(page) {
  const text = await page
    .getByText(/^Commit [0-9a-f]{40} in /)
    .first()
    .textContent();
  return /^Commit [0-9a-f]{40} in (\S+)/.exec(text)[1];
}

/** Opens the page of the entity that the finished task registered. */
export async function openTaskResult(page) {
  await page.getByRole('link', { name: /Open in the catalog/i }).click();
  await page.waitForURL(/\/catalog\/default\/component\//);
}

import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launchBrowser, line, openCard, signIn } from './portal.mjs';
import { createService, openTaskResult, repositoryFolder } from './wizard.mjs';

describe('the golden path in the portal', () => {
  let browser;
  let page;
  let folder;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await browser.close();
    if (folder) {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('leads through the wizard to a repository, and to the page of a service that has its verdicts', async () => {
    // The folder of the demo outlives it, and a repository is never written over.
    const name = `parcel-${Date.now().toString(36)}`;
    await createService(page, {
      name,
      owner: 'Platform',
      cluster: 'aks-orders-prod-neu',
      exposure: 'The internet',
      host: `${name}.contoso.example`,
    });
    folder = await repositoryFolder(page);

    for (const file of [
      '.git/HEAD',
      'catalog-info.yaml',
      'deploy/base/gateway.yaml',
      'deploy/overlays/production/kustomization.yaml',
    ]) {
      assert.ok(existsSync(`${folder}/${file}`), `${file} is missing`);
    }
    await openTaskResult(page);
    await line(page, 'Ingress').waitFor();
    assert.match(
      await line(page, 'Ingress').textContent(),
      /Application routing add-on \(Gateway API\)/,
    );
    assert.match(await line(page, 'Exposure').textContent(), /Public/);
  });

  it('plans the move of a service from its card, with the template filled in', async () => {
    await openCard(page, 'storefront');
    await page.getByRole('link', { name: 'Plan the move' }).click();

    await page
      .getByRole('heading', { name: 'Move an Ingress to the Gateway API' })
      .waitFor();
    const valueOf = label =>
      page.getByLabel(label, { exact: true }).inputValue();
    await page.locator('input[value="component:default/storefront"]').waitFor();
    assert.equal(await valueOf('Cluster'), 'aks-shop-prod-weu');
    assert.equal(await valueOf('Namespace'), 'shop');
    await page.locator('input[value="shop/storefront"]').waitFor();
    await page
      .getByRole('button', { name: /Where to/ })
      .filter({ hasText: /Gateway API|Containers/ })
      .waitFor();
  });

  it('plans the move from the row of the dashboard', async () => {
    await page.goto('/aks-traffic/services?search=storefront');
    await page
      .getByRole('button', { name: 'Plan the move of storefront' })
      .click();

    await page
      .getByRole('heading', { name: 'Move an Ingress to the Gateway API' })
      .waitFor();
    await page.locator('input[value="shop/storefront"]').waitFor();
  });
});

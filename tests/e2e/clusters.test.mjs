import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askJson, eventually, openDashboard } from './dashboard.mjs';
import { launchBrowser, signIn } from './portal.mjs';

const readable = 'aks-orders-prod-neu';

/** What the estate states of clusters that the reader cannot read, and what closes the gap. */
const unreadable = {
  'aks-finance-prod-weu': /ClusterRole aks-traffic-reader/,
  'aks-oldlab-dev-weu': /Enable Microsoft Entra ID on the cluster/,
  'aks-factory-prod-gwc': /Check the way from the backend to the API server/,
};

describe('the clusters on the dashboard', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await browser.close();
  });

  const clusterItem = name => page.getByRole('article', { name });

  for (const [name, fix] of Object.entries(unreadable)) {
    it(`says why ${name} could not be read, how to fix that, and no numbers about it`, async () => {
      await openDashboard(page, 'clusters');
      const cluster = clusterItem(name);
      await cluster.getByText('Not read', { exact: true }).waitFor();
      const gaps = cluster.getByRole('region', {
        name: 'What could not be read',
      });
      await gaps.getByText(fix).first().waitFor();
      const facts = await cluster.locator('dl').first().innerText();
      assert.match(facts, /Services\s+Not known/);
    });
  }

  it('says what a cluster is, what lets traffic in, and how it gets out', async () => {
    await openDashboard(page, 'clusters');
    const { items } = await askJson('clusters');
    const { services, kubernetesVersion } = items.find(
      ({ name }) => name === readable,
    );
    const facts = await clusterItem(readable).locator('dl').first().innerText();
    assert.match(facts, /Application routing add-on \(Gateway API\)/);
    assert.match(facts, /Azure Firewall/);
    assert.ok(facts.includes(kubernetesVersion), facts);
    await clusterItem(readable)
      .getByRole('link', { name: String(services), exact: true })
      .click();
    await page.waitForURL(`**/services?cluster=${readable}`);
    await page
      .getByRole('heading', { name: `Services (${services})` })
      .waitFor();
  });

  it('is narrowed by what the coverage strip leads to', async () => {
    await openDashboard(page, 'services');
    await page
      .getByRole('region', { name: 'Coverage' })
      .getByRole('link', { name: /could not be read$/ })
      .click();
    await page.waitForURL(/coverage=unreachable/);
    await clusterItem('aks-finance-prod-weu').waitFor();
    assert.equal(await clusterItem(readable).count(), 0);
  });

  it('reads a cluster now, and says how that is going until it is done', async () => {
    await openDashboard(page, 'clusters');
    const cluster = clusterItem(readable);
    const button = cluster.getByRole('button', {
      name: `Read now: ${readable}`,
    });
    const status = cluster.getByRole('status').last();
    const said = [];
    let asked;
    // The demo reads every cluster three times a minute: right after one of those it is too soon.
    await eventually(async () => {
      const text = (await status.textContent()) ?? '';
      if (/Waits to be read|Being read/.test(text)) {
        said.push(text);
        return asked !== undefined;
      }
      if (await button.isEnabled()) {
        asked = new Date().toISOString();
        await button.click();
      }
      return false;
    }, 'the reading is under way');
    assert.ok(said.length > 0);

    await eventually(
      async () => !/Waits to be read|Being read/.test(await status.innerText()),
      'the reading is over',
    );
    await eventually(async () => {
      const { items } = await askJson('clusters');
      const { attemptedAt } = items.find(({ name }) => name === readable);
      return attemptedAt > asked;
    }, 'it was read after that was asked for');
  });
});

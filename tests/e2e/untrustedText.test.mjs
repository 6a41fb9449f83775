import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  dashboard,
  eventually,
  openDashboard,
  openServices,
  serviceRows,
} from './dashboard.mjs';
import {
  cluster,
  entity,
  hostileObjects,
  hostileTexts,
  lie,
  lyingCluster,
  shownLie,
  services,
} from './hostileObjects.mjs';
import {
  applyObject,
  ask,
  card,
  deleteObject,
  launchBrowser,
  line,
  openCard,
  signIn,
  switchFault,
} from './portal.mjs';
import {
  openAll,
  overflowing,
  strangeLinks,
  unseen,
  watchPage,
} from './screenWatch.mjs';
import { openPicture, openTab, section, tab } from './trafficTab.mjs';

const widths = [1440, 1024];
const shown = [...hostileTexts.values()];

describe('text that somebody hostile wrote', () => {
  let browser;
  let page;
  let deeds;

  before(async () => {
    for (const object of hostileObjects) {
      await applyObject({ cluster, object });
    }
    browser = await launchBrowser();
    page = await signIn(browser);
    deeds = watchPage(page);
    await eventually(async () => {
      const traffic = await ask(
        `/entities/component/default/${entity}/traffic`,
      );
      return (
        traffic?.services.length === services.length &&
        traffic.services.every(({ entryPoints }) => entryPoints.length > 1)
      );
    }, 'the hostile objects are read');
  });

  after(async () => {
    await switchFault();
    for (const object of hostileObjects) {
      await deleteObject({ cluster, object });
    }
    await browser.close();
  });

  /** Holds for every screen, wide and less wide. */
  async function isHarmless(part) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 1000 });
      await page.waitForTimeout(300);
      assert.deepEqual(await overflowing(part), [], `at ${width} px`);
    }
    assert.deepEqual(await unseen(part), []);
    assert.deepEqual(await strangeLinks(part), []);
    assert.deepEqual(deeds, []);
  }

  it('is text on the card', async () => {
    await openCard(page, entity);
    await line(page, 'Ingress').waitFor();
    await openAll(card(page));

    const text = await card(page).innerText();
    for (const expected of shown) {
      assert.ok(text.includes(expected), expected);
    }
    await isHarmless(card(page));
  });

  it('is text on the tab, in the picture and in the stored objects', async () => {
    await openTab(page, entity);
    await openPicture(page);
    const objects = section(page, 'Raw objects');
    await objects.getByRole('button').first().click();
    await objects.getByRole('status').filter({ hasText: /^\d/ }).waitFor();
    await openAll(tab(page));

    const text = await tab(page).innerText();
    for (const expected of shown) {
      assert.ok(text.includes(expected), expected);
    }
    await isHarmless(tab(page));

    const [namespace, service] = services.at(-1);
    const query = new URLSearchParams({
      service: [cluster, namespace, service].join('/'),
    });
    await openTab(page, entity, `?${query}`);
    await openPicture(page);
    await isHarmless(tab(page));
  });

  it('is text in the table of services and its filters', async () => {
    const query = new URLSearchParams({
      owner: 'group:default/team-payments',
    });
    for (const each of [cluster, ...hostileTexts.keys()]) {
      query.append('cluster', each);
    }
    await openServices(page, `?${query}`);
    await eventually(
      async () => (await serviceRows(page).count()) === services.length,
      'the hostile services are listed',
    );
    const chosen = await page
      .getByRole('grid', { name: 'Filters that are set' })
      .innerText();
    for (const expected of shown) {
      assert.ok(chosen.includes(expected), expected);
    }

    await isHarmless(dashboard(page));
  });

  it('is text on the clusters', async () => {
    await switchFault({
      target: lyingCluster,
      effect: { kind: 'rewrite', text: 'v1alpha1', by: lie },
    });
    await openDashboard(page, 'clusters');
    const article = page.getByRole('article', { name: lyingCluster });
    const said = article.getByText(/forged/).first();
    const button = article.getByRole('button', { name: /^Read now/ });
    // A cluster that is watched is asked for its versions once it is read again.
    await eventually(async () => {
      if (await button.isEnabled()) {
        await button.click();
      }
      return said.isVisible();
    }, 'the lie is told');
    await openAll(article);
    assert.ok((await said.innerText()).includes(shownLie));

    await isHarmless(dashboard(page));
  });
});

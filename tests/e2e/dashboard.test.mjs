import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  askJson,
  eventually,
  exported,
  openServices,
  serviceNames,
  serviceRows,
  shownAsListed,
  waitForServices,
} from './dashboard.mjs';
import { launchBrowser, signIn } from './portal.mjs';

/** The query part of the page's address. */
function queryOf(page) {
  return new URL(page.url()).searchParams;
}

describe('the dashboard in the portal', () => {
  let browser;
  let page;

  before(async () => {
    browser = await launchBrowser();
    page = await signIn(browser);
  });

  after(async () => {
    await browser.close();
  });

  it('opens on the services, with both clocks, the counts and how much was read in sight', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'AKS Traffic' }).click();
    await page.waitForURL(/\/aks-traffic\/services$/);

    const clock = name => page.getByRole('region', { name, exact: true });
    await clock('Community ingress-nginx')
      .getByText(/^\d+ days? past$/)
      .waitFor();
    await clock('Application routing add-on (managed NGINX)')
      .getByText(/^(\d+ days? (left|past)|Last day)/)
      .waitFor();

    const { total, coverage } = await askJson('summary?groupBy=risk');
    for (const [state, name] of [
      ['at-risk', 'At risk'],
      ['moved', 'Moved'],
      ['unknown', 'Not known'],
    ]) {
      await page
        .getByRole('link', {
          name: `${name}: show the ${total.byState[state]}`,
        })
        .waitFor();
    }
    const strip = page.getByRole('region', { name: 'Coverage' });
    const clusters = Object.values(coverage).reduce((sum, each) => sum + each);
    await strip.getByText(`${clusters} clusters`).waitFor();
    await strip
      .getByText('The numbers cannot speak for what was not read.')
      .waitFor();
  });

  it('burns down from the begin of the campaign to what is at risk today', async () => {
    await openServices(page);
    const { total } = await askJson('summary?groupBy=risk');
    const card = page.getByRole('region', { name: /^Services at risk by day/ });
    await card.getByText(/fewer than 28 days ago/).waitFor();
    await card.getByRole('figure').waitFor();

    await card.getByText('Table', { exact: true }).click();
    const table = card.getByRole('table');
    await table.waitFor();
    const rows = await table
      .getByRole('row')
      .evaluateAll(lines =>
        lines.map(line => [...line.cells].map(cell => cell.innerText)),
      );
    const column = rows[0].findIndex(name => name.startsWith('All'));
    const counts = rows.slice(1).map(cells => Number(cells[column]));
    assert.equal(
      Math.min(...counts),
      total.byState['at-risk'],
      'the fewest are those of today',
    );
    assert.ok(Math.max(...counts) > Math.min(...counts) + 5, `${counts}`);
  });

  it('is filtered by a bar, keeps the filter in the address, and gives it back after a reload', async () => {
    await openServices(page);
    const { items } = await askJson('summary?groupBy=owner');
    const { key, services } = items.find(({ key: owner }) =>
      owner.endsWith('/team-corporate'),
    );
    const bar = page.getByRole('button', { name: /^team-corporate: / });
    await bar.click();
    await waitForServices(page, services);
    assert.deepEqual(queryOf(page).getAll('owner'), [key]);
    assert.equal(await bar.getAttribute('aria-pressed'), 'true');

    await page.reload();
    await waitForServices(page, services);
    for (const row of await serviceRows(page).allInnerTexts()) {
      assert.match(row, /team-corporate/);
    }
    await page.getByRole('button', { name: 'Remove Owner' }).click();
    await page.waitForURL(url => !url.searchParams.has('owner'));
  });

  it('is counted and filtered by the Systems of the catalog, which the table names and leads to', async () => {
    await openServices(page);
    const { items } = await askJson('summary?groupBy=catalogSystem');
    const { key, services } = items.find(({ key: system }) =>
      system.endsWith('/web-shop'),
    );
    await page.getByRole('radio', { name: 'System' }).click();
    await page.getByRole('button', { name: /^web-shop: / }).click();
    await waitForServices(page, services);
    assert.deepEqual(queryOf(page).getAll('catalogSystem'), [key]);

    await page.reload();
    await waitForServices(page, services);
    await page.getByText('System: web-shop').first().waitFor();
    const heading = page.getByRole('columnheader', { name: 'System' });
    const column = await heading.evaluate(({ cellIndex }) => cellIndex);
    for (const row of await serviceRows(page).all()) {
      const cell = row.locator('th, td').nth(column);
      await cell.getByRole('link', { name: 'web-shop' }).waitFor();
    }
    await page.getByRole('link', { name: 'web-shop' }).first().click();
    await page.waitForURL(/\/catalog\/default\/system\/web-shop/);

    const none = items.find(({ key: system }) => system === '');
    await openServices(page, '?catalogSystem=');
    await waitForServices(page, none.services);
    for (const row of await serviceRows(page).allInnerTexts()) {
      assert.match(row, /No system/);
    }
  });

  it('leads from a count to the services behind it', async () => {
    await openServices(page);
    const { total } = await askJson('summary?groupBy=risk');
    await page.getByRole('link', { name: /^At risk: show the/ }).click();
    await waitForServices(page, total.byState['at-risk']);
    assert.deepEqual(queryOf(page).getAll('state'), ['at-risk']);
    await page
      .getByRole('region', { name: /^Services at risk by day/ })
      .getByText(/fewer than 28 days ago/)
      .waitFor();
  });

  it('has the services that nobody owns in a bucket of their own', async () => {
    await openServices(page);
    const { items } = await askJson('summary?groupBy=owner');
    const { services } = items.find(({ key }) => key === '');
    await page.getByRole('button', { name: /^No owner: / }).click();
    await waitForServices(page, services);
    assert.deepEqual(queryOf(page).getAll('owner'), ['']);
    for (const row of await serviceRows(page).allInnerTexts()) {
      assert.match(row, /No owner/);
    }
  });

  it('finds services by their name while it is typed', async () => {
    await openServices(page);
    await page.getByRole('searchbox', { name: 'Search' }).fill('order-');
    await page.waitForURL(/search=order-/);
    const { totalItems } = await shownAsListed(
      page,
      'search=order-&orderBy=risk:desc&limit=25',
    );
    await waitForServices(page, totalItems);

    await page.getByRole('searchbox', { name: 'Search' }).fill('no-such-thing');
    await page.getByText('No service matches the filters.').last().waitFor();
  });

  it('is sorted by the backend, over all pages', async () => {
    await openServices(page);
    const heading = page.getByRole('columnheader', { name: 'Cluster' });
    await heading.click();
    await page.waitForURL(/orderBy=cluster/);
    await shownAsListed(page, 'orderBy=cluster:asc&limit=25');
    await heading.click();
    await page.waitForURL(/orderBy=cluster%3Adesc/);
    await shownAsListed(page, 'orderBy=cluster:desc&limit=25');
  });

  it('is paged, forth and back, and a page can be shared', async () => {
    await openServices(page, '?orderBy=service%3Aasc');
    const first = await shownAsListed(page, 'orderBy=service:asc&limit=25');
    await page.getByRole('button', { name: /next/i }).click();
    await page.waitForURL(/page=2/);
    const cursor = encodeURIComponent(first.pageInfo.nextCursor);
    const query = `cursor=${cursor}&limit=25`;
    await shownAsListed(page, query);
    await page.getByText(`26–50 of ${first.totalItems}`).first().waitFor();

    await page.reload();
    await shownAsListed(page, query);
    await page.getByRole('button', { name: /previous/i }).click();
    await shownAsListed(page, 'orderBy=service:asc&limit=25');
  });

  for (const [format, parse] of [
    ['JSON', text => JSON.parse(text)],
    // Rows about what is missing have no Service, which comes first.
    [
      'CSV',
      text =>
        text
          .trim()
          .split('\r\n')
          .slice(1)
          .filter(line => !line.startsWith(',')),
    ],
  ]) {
    it(`saves the filtered services, and no others, as ${format}`, async () => {
      const filter = 'system=app-routing-nginx&orderBy=service%3Aasc';
      await openServices(page, `?${filter}`);
      const listed = await shownAsListed(page, filter);
      const saved = parse(await exported(page, format));
      const items = saved.items ?? saved;
      assert.equal(items.length, listed.totalItems);
      listed.items.forEach(({ service, cluster }, index) => {
        const item = items[index];
        const text = typeof item === 'string' ? item : JSON.stringify(item);
        assert.ok(
          text.includes(service) && text.includes(cluster),
          `${text} is not about ${service} on ${cluster}`,
        );
      });
    });
  }

  it('saves with them which clusters were not read, or not whole', async () => {
    await openServices(page);
    const { items: clusters } = await askJson('clusters');
    const lines = (await exported(page, 'CSV')).split('\r\n');
    const rows = lines.filter(line => line.startsWith(',,'));
    const missing = clusters.filter(
      ({ coverage }) => coverage.state !== 'complete',
    );
    assert.ok(missing.length > 0);
    for (const { name, coverage } of missing) {
      assert.ok(
        rows.some(
          row => row.includes(`,${name},`) && row.includes(coverage.state),
        ),
        `${name} is not among ${rows.join('\n')}`,
      );
    }
  });

  it('shows on a narrow screen all it has without scrolling the page sideways', async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    try {
      await openServices(page);
      await eventually(
        async () => (await serviceNames(page)).length > 0,
        'there are services',
      );
      const { width, scrollWidth } = await page.evaluate(() => ({
        width: document.documentElement.clientWidth,
        scrollWidth: document.documentElement.scrollWidth,
      }));
      assert.ok(scrollWidth <= width, `${scrollWidth} > ${width}`);
    } finally {
      await page.setViewportSize({ width: 1440, height: 1000 });
    }
  });
});

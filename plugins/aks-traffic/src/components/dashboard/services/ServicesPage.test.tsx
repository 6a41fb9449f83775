import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AksTrafficApi,
  ServiceListQuery,
  SummaryGroup,
  SummaryItem,
} from 'backstage-plugin-aks-traffic-common';
import {
  listItem,
  listOf,
  summaryItem,
  summaryOf,
} from '../../../../dev/fixtures/dashboard';
import {
  fakeApi,
  renderDashboard,
} from '../../../__testUtils__/renderDashboard';
import { ServicesPage } from './ServicesPage';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

const owners = [
  summaryItem('group:default/team-storefront', { 'at-risk': 3, clear: 1 }),
  summaryItem('', { unknown: 2 }),
];
const systems = [
  summaryItem('system:default/web-shop', { 'at-risk': 2 }),
  summaryItem('', { unknown: 4 }),
];
const itemsBy: Partial<Record<SummaryGroup, SummaryItem[]>> = {
  owner: owners,
  catalogSystem: systems,
};

function renderServices(
  answers: Partial<AksTrafficApi>,
  address = '/aks-traffic/services',
) {
  const api = fakeApi({
    getSummary: async ({ groupBy }) =>
      summaryOf({ groupBy, items: itemsBy[groupBy] ?? [] }),
    ...answers,
  });
  return renderDashboard(<ServicesPage />, { api, address });
}

function listed(...pages: ReturnType<typeof listItem>[][]) {
  return jest.fn(async ({ cursor }: ServiceListQuery) => {
    const page = cursor === undefined ? 0 : Number(cursor);
    return listOf(pages[page], {
      totalItems: 51,
      pageInfo: {
        nextCursor: page + 1 < pages.length ? String(page + 1) : undefined,
        prevCursor: page > 0 ? String(page - 1) : undefined,
      },
    });
  });
}

const address = () => screen.getByTestId('address').textContent;

describe('ServicesPage', () => {
  it('lists a service with everything the campaign asks about it', async () => {
    renderServices({ listServices: listed([listItem({ waivers: 1 })]) });

    const row = await screen.findByRole('row', { name: /storefront/ });
    for (const text of [
      'team-storefront',
      'web-shop',
      'aks-shop-prod-weu',
      'Application routing add-on (managed NGINX)',
      'Public',
      'NAT gateway',
      'High',
      'Score 71 · 1 waived',
      'Medium',
      'November 2026',
    ]) {
      expect(within(row).getByText(text)).toBeVisible();
    }
    expect(
      within(row).getByRole('link', { name: 'storefront' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/storefront/traffic?service=aks-shop-prod-weu%2Fshop%2Fstorefront',
    );
    expect(within(row).getByRole('link', { name: 'web-shop' })).toHaveAttribute(
      'href',
      '/catalog/default/system/web-shop',
    );
  });

  it('does not call a service free of findings whose findings are waived', async () => {
    renderServices({
      listServices: listed([listItem({ risk: 'none', waivers: 1 })]),
    });

    const row = await screen.findByRole('row', { name: /storefront/ });
    expect(within(row).getByText('Only waived findings')).toBeVisible();
    expect(within(row).queryByText('No finding')).not.toBeInTheDocument();
  });

  it('says loudly that nobody owns a service, and how old what is known of it is', async () => {
    renderServices({
      listServices: listed([
        listItem({
          entityRef: undefined,
          owner: undefined,
          catalogSystem: undefined,
          coverage: 'stale',
          deadline: undefined,
          state: 'unknown',
        }),
      ]),
    });

    const row = await screen.findByRole('row', { name: /storefront/ });
    expect(within(row).getByText('No owner')).toBeVisible();
    expect(within(row).getByText('No system')).toBeVisible();
    expect(within(row).getByText(/in no catalog entity/)).toBeVisible();
    expect(within(row).getByText(/^Stale/)).toBeVisible();
    expect(within(row).queryByRole('link', { name: 'storefront' })).toBeNull();
    expect(within(row).getByText('Not known')).toBeVisible();
  });

  it('asks for what the address says, and nothing else', async () => {
    const listServices = listed([listItem()]);
    renderServices(
      { listServices },
      '/aks-traffic/services?owner=&risk=high&search=store&orderBy=deadline:asc&pageSize=50',
    );

    await screen.findByRole('row', { name: /storefront/ });
    expect(listServices).toHaveBeenCalledWith(
      {
        owner: [''],
        risk: ['high'],
        search: 'store',
        orderBy: { field: 'deadline', order: 'asc' },
        limit: 50,
        cursor: undefined,
      },
      expect.anything(),
    );
    expect(screen.getByText('Owner: No owner')).toBeVisible();
    expect(screen.getByText('Risk: High')).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveValue('store');
  });

  it('puts a bar that is pressed into the address, and takes it out again', async () => {
    const listServices = listed([listItem()]);
    renderServices({ listServices });

    const bar = await screen.findByRole('button', {
      name: 'team-storefront: 4 services, 3 At risk, 1 Clear',
    });
    await userEvent.click(bar);
    expect(address()).toBe(
      '/aks-traffic/services?owner=group%3Adefault%2Fteam-storefront',
    );
    expect(bar).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() =>
      expect(listServices).toHaveBeenLastCalledWith(
        expect.objectContaining({ owner: ['group:default/team-storefront'] }),
        expect.anything(),
      ),
    );

    await userEvent.click(bar);
    expect(address()).toBe('/aks-traffic/services');
  });

  it('counts and filters by the System of the catalog, those without one too', async () => {
    const listServices = listed([listItem()]);
    renderServices({ listServices });
    await userEvent.click(await screen.findByRole('radio', { name: 'System' }));

    await userEvent.click(
      await screen.findByRole('button', { name: /^web-shop: 2 services/ }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: /^No system: 4 services/ }),
    );

    expect(address()).toBe(
      '/aks-traffic/services?catalogSystem=system%3Adefault%2Fweb-shop&catalogSystem=',
    );
    expect(screen.getByText('System: web-shop')).toBeVisible();
    expect(screen.getByText('System: No system')).toBeVisible();
    await waitFor(() =>
      expect(listServices).toHaveBeenLastCalledWith(
        expect.objectContaining({
          catalogSystem: ['system:default/web-shop', ''],
        }),
        expect.anything(),
      ),
    );
  });

  it('waits for the typing to pause before it searches', async () => {
    const listServices = listed([listItem()]);
    renderServices({ listServices });
    await screen.findByRole('row', { name: /storefront/ });
    listServices.mockClear();

    await userEvent.type(screen.getByRole('searchbox'), 'pay');

    await waitFor(() =>
      expect(address()).toBe('/aks-traffic/services?search=pay'),
    );
    const searches = listServices.mock.calls.map(([query]) => query.search);
    expect(new Set(searches)).toEqual(new Set(['pay']));
  });

  it('turns pages by the cursors of the backend, and keeps the page in the address', async () => {
    renderServices({
      listServices: listed(
        [listItem({ service: 'first' })],
        [listItem({ service: 'second' })],
      ),
    });
    await screen.findByRole('row', { name: /first/ });
    expect(screen.getByText('1–25 of 51')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    await screen.findByRole('row', { name: /second/ });
    expect(address()).toBe('/aks-traffic/services?page=2&cursor=1');
    expect(screen.getByText('26–50 of 51')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    await screen.findByRole('row', { name: /first/ });
    expect(address()).toBe('/aks-traffic/services');
  });

  it('sorts by the backend, from the first page', async () => {
    renderServices(
      { listServices: listed([listItem()], [listItem()]) },
      '/aks-traffic/services?page=2&cursor=1',
    );

    await userEvent.click(
      await screen.findByRole('columnheader', { name: /Deadline/ }),
    );
    expect(address()).toBe('/aks-traffic/services?orderBy=deadline%3Aasc');
  });

  it('keeps the rows in sight while others are on their way', async () => {
    let answerSecond = () => {};
    const listServices = jest
      .fn()
      .mockResolvedValueOnce(listOf([listItem({ service: 'kept' })]))
      .mockImplementation(
        () =>
          new Promise(resolve => {
            answerSecond = () =>
              resolve(listOf([listItem({ service: 'new' })]));
          }),
      );
    renderServices({ listServices });
    await screen.findByRole('row', { name: /kept/ });

    await userEvent.click(
      await screen.findByRole('button', { name: /^No owner: 2 services/ }),
    );
    expect(screen.getByRole('row', { name: /kept/ })).toBeVisible();

    answerSecond();
    expect(await screen.findByRole('row', { name: /new/ })).toBeVisible();
    expect(screen.queryByRole('row', { name: /kept/ })).toBeNull();
  });

  it('does not show the rows of another filter when the new ones cannot be had', async () => {
    const listServices = jest
      .fn()
      .mockResolvedValueOnce(listOf([listItem({ service: 'old' })]))
      .mockRejectedValue(new Error('the database is locked'));
    renderServices({ listServices });
    await screen.findByRole('row', { name: /old/ });

    await userEvent.click(
      await screen.findByRole('button', { name: /^No owner: 2 services/ }),
    );
    expect(await screen.findByText('the database is locked')).toBeVisible();
    expect(screen.queryByRole('row', { name: /old/ })).toBeNull();
  });

  it('tells an empty estate from a filter that nothing matches', async () => {
    renderServices(
      {
        listServices: async () => listOf([]),
      },
      '/aks-traffic/services?risk=critical',
    );

    expect(
      await screen.findByText('No service matches the filters.'),
    ).toBeVisible();
  });

  it('saves all services of the view as a file', async () => {
    const exportServices = jest.fn(async () => new Blob(['a,b']));
    URL.createObjectURL = jest.fn(() => 'blob:x');
    URL.revokeObjectURL = jest.fn();
    renderServices(
      { listServices: listed([listItem()]), exportServices },
      '/aks-traffic/services?risk=high&orderBy=owner:desc',
    );
    await screen.findByRole('row', { name: /storefront/ });

    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^CSV/ }),
    );

    await waitFor(() => expect(URL.createObjectURL).toHaveBeenCalled());
    expect(exportServices).toHaveBeenCalledWith({
      risk: ['high'],
      orderBy: { field: 'owner', order: 'desc' },
      format: 'csv',
    });
  });

  it('gives the burn-down in numbers too, with the days on which not everything was read', async () => {
    renderServices({});

    await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
    const table = screen.getByRole('table', {
      name: 'Services at risk on each day, by ingress system',
    });
    const row = within(table).getByRole('row', { name: /26 October 2026/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual(['17', '12', '28', '1']);
    expect(
      screen.getByText(
        /November 2026: last month of support of Application routing add-on/,
      ),
    ).toBeVisible();
  });
});

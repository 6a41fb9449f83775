import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceListQuery } from 'backstage-plugin-aks-traffic-common';
import { listItem, listOf } from '../../../../dev/fixtures/dashboard';
import {
  fakeApi,
  renderDashboard,
} from '../../../__testUtils__/renderDashboard';
import { ServicesPage } from '../services/ServicesPage';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

/** jsdom has no layout: lets every element have one width. */
function everythingIs(width: number) {
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  jest
    .spyOn(HTMLElement.prototype, 'clientWidth', 'get')
    .mockReturnValue(width);
}

describe('the table of services on a screen that is not wide', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'ResizeObserver');
  });

  it.each([
    [760, ['Service', 'Owner', 'Ingress', 'Risk', 'Deadline']],
    [326, ['Service', 'Risk', 'Deadline']],
  ])('of %s pixels still says everything', async (width, headings) => {
    everythingIs(width);
    renderDashboard(<ServicesPage />, {
      api: fakeApi({
        listServices: async () => listOf([listItem({})]),
      }),
    });

    const row = await screen.findByRole('row', { name: /storefront/ });
    expect(
      screen.getAllByRole('columnheader').map(({ textContent }) => textContent),
    ).toEqual(headings);
    for (const text of [
      'team-storefront',
      'web-shop',
      'aks-shop-prod-weu',
      'Application routing add-on (managed NGINX)',
      'Public',
      'NAT gateway',
      'High',
      'Medium',
      'November 2026',
      // What no heading names is named in the row.
      ...['System', 'Cluster', 'Exposure', 'Egress', 'Effort'],
    ]) {
      expect(within(row).getByText(text)).toBeVisible();
    }
  });

  it('is sorted by what has no column of its own', async () => {
    everythingIs(326);
    const listServices = jest.fn(async (_: ServiceListQuery) =>
      listOf([listItem({})]),
    );
    renderDashboard(<ServicesPage />, { api: fakeApi({ listServices }) });

    await userEvent.click(
      await screen.findByRole('button', { name: /Sorted by: Risk/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Sorted by: Score' }),
    );

    await waitFor(() =>
      expect(listServices.mock.calls.at(-1)![0]).toMatchObject({
        orderBy: { field: 'score', order: 'desc' },
      }),
    );
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';
import { waiverOf } from '../../../dev/fixtures/dashboard';
import { fakeApi, renderDashboard } from '../../__testUtils__/renderDashboard';
import { WaiversCard } from './WaiversCard';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

function renderWaivers(
  answers: Partial<AksTrafficApi>,
  options: { isAllowed?: boolean } = {},
) {
  return renderDashboard(<WaiversCard />, {
    api: fakeApi(answers),
    address: '/aks-traffic/waivers',
    ...options,
  });
}

describe('WaiversCard', () => {
  it('says what is waived, why, by whom, and until when', async () => {
    renderWaivers({
      listWaivers: async () => ({ items: [waiverOf()], pageInfo: {} }),
    });

    const row = await screen.findByRole('row', { name: /storefront/ });
    for (const text of [
      /app-routing-nginx-retirement/,
      'Moves to the Gateway API with the release of week 50',
      'team-storefront',
      'eva',
      'Active',
      /^until 14 December 2026/,
    ]) {
      expect(within(row).getByText(text)).toBeVisible();
    }
  });

  it('leads to the service in the list', async () => {
    renderWaivers({
      listWaivers: async () => ({ items: [waiverOf()], pageInfo: {} }),
    });

    expect(
      await screen.findByRole('link', { name: 'storefront' }),
    ).toHaveAttribute(
      'href',
      '/aks-traffic/services?cluster=aks-shop-prod-weu&namespace=shop&search=storefront',
    );
  });

  it('says which of many waivers a page shows', async () => {
    renderWaivers({
      listWaivers: async () => ({
        items: Array.from({ length: 30 }, (_, index) =>
          waiverOf({ id: String(index) }),
        ),
        pageInfo: {},
      }),
    });

    expect(await screen.findByText('1–25 of 30')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('26–30 of 30')).toBeVisible();
    expect(screen.getAllByRole('row', { name: /storefront/ })).toHaveLength(5);
  });

  it('says who took a waiver back, and offers nothing more to do', async () => {
    renderWaivers({
      listWaivers: async () => ({
        items: [
          waiverOf({
            state: 'revoked',
            revokedBy: 'user:default/jonas',
            revokedAt: '2026-11-21T10:00:00Z',
          }),
        ],
        pageInfo: {},
      }),
    });

    expect(
      await screen.findByText('by jonas on 21 November 2026'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Revoke/ })).toBeNull();
  });

  it('asks before it revokes, and lists the waivers anew', async () => {
    const listWaivers = jest
      .fn()
      .mockResolvedValueOnce({
        items: [waiverOf()],
        pageInfo: { nextCursor: 'more' },
      })
      .mockResolvedValueOnce({ items: [], pageInfo: {} })
      .mockResolvedValue({
        items: [waiverOf({ state: 'revoked' })],
        pageInfo: {},
      });
    const revokeWaiver = jest.fn(async () => waiverOf({ state: 'revoked' }));
    renderWaivers({ listWaivers, revokeWaiver });

    await userEvent.click(
      await screen.findByRole('button', { name: /^Revoke the waiver/ }),
    );
    expect(listWaivers).toHaveBeenCalledWith(
      expect.objectContaining({ cursor: 'more' }),
      expect.anything(),
    );
    const dialog = await screen.findByRole('dialog');
    expect(revokeWaiver).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Revoke' }),
    );

    expect(revokeWaiver).toHaveBeenCalledWith('1');
    const row = await screen.findByRole('row', { name: /storefront/ });
    expect(await within(row).findByText('Revoked')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('tells that there is none from that none is in the state chosen', async () => {
    renderWaivers({ listWaivers: async () => ({ items: [], pageInfo: {} }) });
    expect(
      await screen.findByText('Nobody has waived a finding.'),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('radio', { name: 'Expired' }));
    expect(
      await screen.findByText('No waiver is in this state.'),
    ).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/aks-traffic/waivers?state=expired',
    );
  });
});

import { screen } from '@testing-library/react';
import { fakeApi, renderDashboard } from '../../__testUtils__/renderDashboard';
import { RefreshControl } from './RefreshControl';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

describe('RefreshControl', () => {
  it('says why the button does nothing for who may not', async () => {
    renderDashboard(
      <RefreshControl
        cluster="aks-shop"
        view={{ kind: 'idle' }}
        onRefresh={() => {}}
      />,
      { api: fakeApi({}), isAllowed: false },
    );

    expect(
      await screen.findByText('Needs the permission aks-traffic.refresh.'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Read now: aks-shop' }),
    ).toBeDisabled();
  });
});

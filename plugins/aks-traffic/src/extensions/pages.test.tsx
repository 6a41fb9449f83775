import { renderTestApp } from '@backstage/frontend-test-utils';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  campaignHistory,
  listOf,
  summaryOf,
} from '../../dev/fixtures/dashboard';
import aksTrafficPlugin from '../index';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

describe('dashboardPage', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** Opens the app at an address. */
  function open(address: string) {
    const asked: URLSearchParams[] = [];
    server.use(
      http.get(
        'http://backend.test/api/aks-traffic/v1/services',
        ({ request }) => {
          asked.push(new URL(request.url).searchParams);
          return HttpResponse.json(listOf([]));
        },
      ),
      http.get('http://backend.test/api/aks-traffic/v1/summary', () =>
        HttpResponse.json(summaryOf({ groupBy: 'owner' })),
      ),
      http.get('http://backend.test/api/aks-traffic/v1/history', () =>
        HttpResponse.json(campaignHistory),
      ),
      http.get('http://backend.test/api/aks-traffic/v1/clusters', () =>
        HttpResponse.json({ items: [] }),
      ),
    );
    renderTestApp({
      config: {
        app: { baseUrl: 'http://portal.test' },
        backend: { baseUrl: 'http://backend.test' },
      },
      features: [aksTrafficPlugin],
      initialRouteEntries: [address],
    });
    return asked;
  }

  it.each(['/aks-traffic', '/aks-traffic/'])(
    'takes the query of %s to the services',
    async path => {
      const asked = open(
        `${path}?owner=group%3Adefault%2Fteam-shop&risk=high&risk=critical`,
      );

      expect(
        await screen.findByRole('tab', { name: 'Services', selected: true }),
      ).toBeVisible();
      await waitFor(() => expect(asked).not.toEqual([]));
      for (const query of asked) {
        expect(query.getAll('owner')).toEqual(['group:default/team-shop']);
        expect(query.getAll('risk')).toEqual(['high', 'critical']);
      }
    },
  );

  it('leaves the query of another tab to that tab', async () => {
    const asked = open('/aks-traffic/clusters?coverage=stale');

    expect(
      await screen.findByRole('tab', { name: 'Clusters', selected: true }),
    ).toBeVisible();
    expect(asked).toEqual([]);
  });
});

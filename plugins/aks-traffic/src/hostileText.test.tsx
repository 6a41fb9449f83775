import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import {
  campaignHistory,
  clusterDetails,
  clusterSummary,
  listItem,
  listOf,
  summaryItem,
  summaryOf,
  waiverOf,
} from '../dev/fixtures/dashboard';
import { storedObjects } from '../dev/fixtures/assessments';
import { clusterFindings } from '../dev/fixtures/systems';
import { fakeApi, renderDashboard } from './__testUtils__/renderDashboard';
import { fixtureOf, renderWithTexts } from './__testUtils__/renderWithTexts';
import { unseenOn } from './__testUtils__/unseenOn';
import { withMarks } from './__testUtils__/withMarks';
import { ClustersCard } from './components/clusters/ClustersCard';
import { ServicesPage } from './components/dashboard/services/ServicesPage';
import { TrafficCardView } from './components/TrafficCard/TrafficCardView';
import { TrafficTabView } from './components/TrafficTab/TrafficTabView';
import { WaiversCard } from './components/waivers/WaiversCard';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

/** Presses whatever opens something until everything is open. */
async function openAll() {
  for (let round = 0; round < 8; round += 1) {
    const closed = [
      ...document.querySelectorAll(
        'button[aria-expanded="false"]:not([aria-haspopup])',
      ),
      ...screen.queryAllByRole('button', { name: /^Show (the whole|all)/ }),
    ];
    if (closed.length === 0) {
      return;
    }
    await act(async () => closed.forEach(button => fireEvent.click(button)));
  }
}

/** Whether something of the data is on the screen at all, as its code. */
function expectCodes() {
  expect(document.body.textContent).toContain('\\u202e\\u200b\\udb40\\udc41');
}

/** States that between them draw every part of card and tab. */
const ids = [
  ...['assessed', 'waived', 'cluster-findings', 'istio-two-pools', 'published'],
  ...['private-link', 'proxied', 'several-services', 'unattached', 'partial'],
  ...['list-not-whole', 'refresh-failed', 'not-found', 'no-clusters'],
];
const found = ids.map(fixtureOf);

describe('text that nobody sees', () => {
  it.each(found.map(({ id, state, now }) => [id, withMarks(state), now]))(
    'is shown as its code on card and tab: %s',
    async (_, state, now) => {
      const props = { state, now, entityName: 'storefront', onRetry: () => {} };
      const card = renderWithTexts(<TrafficCardView {...props} />);
      await openAll();
      expect(unseenOn(document)).toEqual([]);
      expectCodes();
      card.unmount();

      renderWithTexts(
        <TrafficTabView
          {...props}
          chosen={undefined}
          onChoose={() => {}}
          dashboard={{ addressOf: () => '/x', owners: withMarks(['user:a/b']) }}
        />,
        {
          getEntityObjects: async () => ({
            items: withMarks(storedObjects.items).map(item => ({
              ...item,
              cluster:
                state.kind === 'content'
                  ? state.traffic.services[0].cluster
                  : item.cluster,
            })),
          }),
        },
      );
      const load = screen.queryByRole('button', { name: /objects$/ });
      if (load) {
        await act(async () => fireEvent.click(load));
      }
      await openAll();
      expect(unseenOn(document)).toEqual([]);
      expectCodes();
    },
  );

  it('is shown as its code on the services', async () => {
    const owner = 'group:default/team-storefront';
    renderDashboard(<ServicesPage />, {
      api: fakeApi({
        getSummary: async ({ groupBy }) =>
          withMarks(
            summaryOf({
              groupBy,
              items: [
                {
                  ...summaryItem(owner, { 'at-risk': 3 }),
                  title: 'Storefront',
                },
                summaryItem('x', { 'at-risk': 3 }),
              ],
              gaps: ['Azure denies the request.'],
            }),
          ),
        getHistory: async () => campaignHistory,
        listServices: async () =>
          listOf(
            withMarks([
              listItem({ entityTitle: 'Store' }),
              listItem({ entityRef: undefined, coverage: 'stale' }),
            ]),
          ),
      }),
      address: `/aks-traffic/services?${new URLSearchParams(
        withMarks([
          ['cluster', 'x'],
          ['owner', 'y'],
          ['system', 'z'],
        ]),
      )}`,
    });
    await waitFor(() =>
      expect(screen.getAllByRole('row', { name: /storefront/ })).toHaveLength(
        2,
      ),
    );
    await openAll();

    expect(unseenOn(document)).toEqual([]);
    expectCodes();
  });

  it('is shown as its code on the clusters', async () => {
    const opened = clusterDetails(clusterFindings.clusters[0]);
    renderDashboard(<ClustersCard />, {
      api: fakeApi({
        getCluster: async () => withMarks(opened),
        listClusters: async () => ({
          items: withMarks([
            clusterSummary({
              controllers: opened.cluster.controllers,
              findingCount: opened.findings.length,
              coverage: {
                cluster: 'a',
                state: 'partial',
                gaps: ['Denied.', 'Azure denies the request.'],
              },
            }),
          ]),
        }),
      }),
      address: '/aks-traffic/clusters',
    });
    await screen.findByRole('article', { name: /^aks-shop/ });
    await openAll();

    expect(unseenOn(document)).toEqual([]);
    expectCodes();
  });

  it('is shown as its code on the waivers, and asked about so', async () => {
    renderDashboard(<WaiversCard />, {
      api: fakeApi({
        listWaivers: async () => ({
          items: withMarks([
            waiverOf(),
            waiverOf({ id: '2', state: 'revoked', revokedBy: 'user:a/b' }),
          ]),
          pageInfo: {},
        }),
      }),
      address: '/aks-traffic/waivers',
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Revoke/ }));
    await screen.findByRole('dialog');

    expect(unseenOn(document)).toEqual([]);
    expectCodes();
  });
});

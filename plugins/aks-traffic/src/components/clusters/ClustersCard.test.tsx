import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AksTrafficApi, Finding } from 'backstage-plugin-aks-traffic-common';
import {
  clusterDetails,
  clusterSummary,
} from '../../../dev/fixtures/dashboard';
import { managedNginxEnding } from '../../../dev/fixtures/findings';
import { managedNginx } from '../../../dev/fixtures/systems';
import { fakeApi, renderDashboard } from '../../__testUtils__/renderDashboard';
import { ClustersCard } from './ClustersCard';

// Mounting a whole app takes seconds on a busy machine.
jest.setTimeout(60_000);

function renderClusters(answers: Partial<AksTrafficApi>) {
  return renderDashboard(<ClustersCard />, {
    api: fakeApi(answers),
    address: '/aks-traffic/clusters',
  });
}

const forbidden = clusterSummary({
  name: 'aks-finance',
  coverage: {
    cluster: 'aks-finance',
    state: 'unreachable',
    gaps: [
      'The API server knows the reader and lets it read nothing: bind it to the ClusterRole aks-traffic-reader of the installation guide, or give it the Azure roles named there.',
    ],
  },
  services: 0,
  egress: [],
});

describe('ClustersCard', () => {
  it('says what a cluster is, what was read of it, and how its traffic gets out', async () => {
    renderClusters({
      listClusters: async () => ({ items: [clusterSummary()] }),
    });

    const cluster = await screen.findByRole('article', {
      name: 'aks-shop-prod-weu',
    });
    for (const text of [
      'Complete',
      'AKS Standard',
      '1.33.2',
      'westeurope',
      'NAT gateway',
    ]) {
      expect(within(cluster).getByText(text)).toBeVisible();
    }
    expect(within(cluster).getByRole('link', { name: '31' })).toHaveAttribute(
      'href',
      '/aks-traffic/services?cluster=aks-shop-prod-weu',
    );
  });

  it('says how far a sweep is, and how the last one ended', async () => {
    const sweep = {
      beganAt: '2026-11-28T10:00:00.000Z',
      watched: 0,
      read: 11,
      failed: 2,
      left: 27,
    };
    const items = [clusterSummary()];
    const running = renderClusters({
      listClusters: async () => ({ items, sweep }),
    });
    expect(
      await screen.findByText(
        /: 13 of 40 clusters done, 2 of them could not be read\.$/,
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('progressbar', {
        name: 'Clusters of this round that are done',
      }),
    ).toHaveAttribute('value', '13');
    running.unmount();

    renderClusters({
      listClusters: async () => ({
        items,
        sweep: {
          ...sweep,
          endedAt: '2026-11-28T10:01:00.000Z',
          failed: 0,
          left: 0,
        },
      }),
    });
    expect(
      await screen.findByText(
        /^The last round of readings ended.*: 11 of 11 clusters done\.$/,
      ),
    ).toBeVisible();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('counts clusters that are watched among those that are done', async () => {
    renderClusters({
      listClusters: async () => ({
        items: [clusterSummary()],
        sweep: {
          beganAt: '2026-11-28T10:00:00.000Z',
          endedAt: '2026-11-28T10:01:00.000Z',
          watched: 12,
          read: 0,
          failed: 3,
          left: 0,
        },
      }),
    });
    expect(
      await screen.findByText(
        /: 15 of 15 clusters done, 12 of them are watched, 3 of them could not be read\.$/,
      ),
    ).toBeVisible();
  });

  it('says how a cluster is kept up to date, and why not better', async () => {
    renderClusters({
      listClusters: async () => ({
        items: [
          clusterSummary({
            name: 'aks-watched',
            freshness: { mode: 'watched', since: '2026-11-28T10:00:00.000Z' },
          }),
          clusterSummary({
            name: 'aks-polled',
            freshness: {
              mode: 'polled',
              reason: 'Watching pods is forbidden',
            },
          }),
        ],
      }),
    });

    const watched = await screen.findByRole('article', { name: 'aks-watched' });
    expect(
      within(watched).getByText('Watched: changes show within seconds'),
    ).toBeVisible();
    const polled = screen.getByRole('article', { name: 'aks-polled' });
    expect(
      within(polled).getByText('Read in turn: Watching pods is forbidden'),
    ).toBeVisible();
  });

  it('says how to close a gap, and does not make numbers up for a cluster that was never read', async () => {
    renderClusters({ listClusters: async () => ({ items: [forbidden] }) });

    const cluster = await screen.findByRole('article', { name: 'aks-finance' });
    expect(within(cluster).getByText('Never read')).toBeVisible();
    expect(
      within(cluster).getByText(/^Give the reader the missing rule/),
    ).toBeVisible();
    expect(within(cluster).queryByText('0')).toBeNull();
    expect(within(cluster).getAllByText('Not known')).toHaveLength(3);
  });

  const evidence = () => clusterDetails({ findings: [managedNginxEnding] });

  it('asks for the evidence of a cluster when somebody opens it, and for no other', async () => {
    const details = evidence();
    const getCluster = jest.fn(async () => details);
    renderClusters({
      listClusters: async () => ({
        items: [details.cluster, clusterSummary({ name: 'aks-other' })],
      }),
      getCluster,
    });

    const opener = await screen.findByRole('button', {
      name: /1 finding about/,
    });
    expect(getCluster).not.toHaveBeenCalled();
    await userEvent.click(opener);

    expect(
      await screen.findByText(managedNginxEnding.message),
    ).toBeInTheDocument();
    expect(getCluster.mock.calls).toEqual([
      ['aks-shop-prod-weu', { signal: expect.any(AbortSignal) }],
    ]);
  });

  it('asks for the evidence again when the list tells of more, though nothing was read since', async () => {
    // The list is asked for again within two seconds while somebody waits for a reading.
    const listed = (findings: Finding[]) => ({
      ...clusterDetails({ findings }).cluster,
      reading: 'under-way' as const,
    });
    const before = [managedNginxEnding];
    const after = [...before, { ...managedNginxEnding, message: 'It ended.' }];
    let findings = before;
    renderClusters({
      listClusters: async () => ({ items: [listed(findings)] }),
      getCluster: async () => clusterDetails({ findings }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /1 finding about/ }),
    );
    await screen.findByText(managedNginxEnding.message);

    findings = after;

    expect(
      await screen.findByText('It ended.', {}, { timeout: 20_000 }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /2 findings about/ }),
    ).toBeInTheDocument();
  });

  it('names the fields that show that a controller is there', async () => {
    const details = clusterDetails({
      controllers: managedNginx.clusters[0].controllers,
    });
    const [{ field, meaning }] = details.controllers[0].evidence;
    renderClusters({
      listClusters: async () => ({ items: [details.cluster] }),
      getCluster: async () => details,
    });

    await userEvent.click(
      await screen.findByRole('button', {
        name: '1 controller, with evidence',
      }),
    );

    expect(await screen.findByText(field)).toBeInTheDocument();
    expect(screen.getByText(meaning)).toBeInTheDocument();
  });

  it('says that the evidence could not be loaded, and asks again', async () => {
    const details = evidence();
    const getCluster = jest
      .fn()
      .mockRejectedValueOnce(new Error('Request failed with 503'))
      .mockResolvedValue(details);
    renderClusters({
      listClusters: async () => ({ items: [details.cluster] }),
      getCluster,
    });

    await userEvent.click(
      await screen.findByRole('button', { name: /1 finding about/ }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The evidence could not be loaded');
    expect(alert).toHaveTextContent('Request failed with 503');
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );

    expect(
      await screen.findByText(managedNginxEnding.message),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('puts the clusters first that least was read of, and narrows them by the address', async () => {
    renderClusters({
      listClusters: async () => ({ items: [clusterSummary(), forbidden] }),
    });

    const names = (
      await screen.findAllByRole('article', { name: /^aks-/ })
    ).map(
      article => within(article).getByRole('heading', { level: 3 }).textContent,
    );
    expect(names).toEqual(['aks-finance', 'aks-shop-prod-weu']);

    await userEvent.click(screen.getByRole('radio', { name: 'Complete' }));
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/aks-traffic/clusters?coverage=complete',
    );
    expect(screen.queryByText('aks-finance')).toBeNull();
  });

  it('follows a reading from the request to its end', async () => {
    const listClusters = jest
      .fn()
      .mockResolvedValueOnce({ items: [clusterSummary()] })
      .mockResolvedValueOnce({
        items: [clusterSummary({ reading: 'queued' })],
      })
      .mockResolvedValueOnce({
        items: [clusterSummary({ reading: 'under-way' })],
      })
      .mockResolvedValue({ items: [clusterSummary({ services: 32 })] });
    const refreshCluster = jest.fn(async () => ({
      cluster: 'aks-shop-prod-weu',
      started: true,
    }));
    renderClusters({ listClusters, refreshCluster });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Read now: aks-shop-prod-weu',
      }),
    );
    expect(refreshCluster).toHaveBeenCalledWith('aks-shop-prod-weu');
    expect(await screen.findByText('Waits to be read …')).toBeVisible();
    expect(
      await screen.findByText('Being read …', {}, { timeout: 10_000 }),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: '32' }, { timeout: 10_000 }),
    ).toBeVisible();
    await waitFor(
      () =>
        expect(screen.queryByText(/Waits to be read|Being read/)).toBeNull(),
      { timeout: 10_000 },
    );
  });

  it('counts down until a cluster may be read again', async () => {
    renderClusters({
      listClusters: async () => ({ items: [clusterSummary()] }),
      refreshCluster: async () => {
        throw Object.assign(new Error('Request failed with 429'), {
          statusCode: 429,
          response: { headers: new Headers({ 'retry-after': '42' }) },
        });
      },
    });

    const button = await screen.findByRole('button', {
      name: /^Read now: aks-shop/,
    });
    await userEvent.click(button);
    expect(
      await screen.findByText(/^Read a moment ago\. Again in 4\d seconds\.$/),
    ).toBeVisible();
    expect(button).toBeDisabled();
  });

  it('names the permission that listing clusters takes', async () => {
    renderClusters({
      listClusters: async () => {
        throw Object.assign(new Error('Request failed'), {
          cause: { name: 'NotAllowedError', message: 'Unauthorized' },
        });
      },
    });

    expect(await screen.findByText(/aks-traffic\.cluster\.read/)).toBeVisible();
  });
});

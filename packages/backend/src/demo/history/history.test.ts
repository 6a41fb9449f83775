import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import aksTrafficPlugin from 'backstage-plugin-aks-traffic-backend';
import { TrafficHistory } from 'backstage-plugin-aks-traffic-common';
import { parseAllDocuments } from 'yaml';
import { contosoHistory } from './contosoHistory';
import { demoHistoryModule } from './historyModule';

jest.setTimeout(60_000);

const clusters = join(
  __dirname,
  '../../../../simulator/estates/contoso/clusters',
);
const staying = contosoHistory.filter(
  ({ movedDaysAgo }) => movedDaysAgo === undefined,
);

async function historyOf(config: object): Promise<TrafficHistory> {
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      demoHistoryModule,
      mockServices.rootConfig.factory({ data: config }),
      catalogServiceMock.factory(),
    ],
  });
  const response = await fetch(
    `http://localhost:${server.port()}/api/aks-traffic/v1/history?days=365`,
    { headers: { authorization: mockCredentials.user.header() } },
  );
  expect(response.status).toBe(200);
  return (await response.json()) as TrafficHistory;
}

const demo = {
  demo: { repositories: '/nowhere', simulatorControl: 'http://localhost' },
};

/** Names of the Services of a cluster, as `cluster/namespace/service`. */
function servicesOf(cluster: string): string[] {
  return readdirSync(join(clusters, cluster))
    .map(file => readFileSync(join(clusters, cluster, file), 'utf8'))
    .flatMap(text => parseAllDocuments(text).map(each => each.toJS()))
    .flatMap(document => document?.items ?? [document])
    .filter(object => object?.kind === 'Service')
    .map(({ metadata }) => [cluster, metadata.namespace, metadata.name])
    .map(parts => parts.join('/'));
}

describe('the history of the demo', () => {
  it('burns down to what stands on retiring systems still, over some weeks', async () => {
    const { points } = await historyOf(demo);

    const totals = points.map(({ total }) => total);
    expect(points.length).toBe(92);
    expect(totals[0]).toBe(26);
    expect(totals.at(-1)).toBe(staying.length);
    expect(new Set(totals).size).toBeGreaterThanOrEqual(8);
    expect(points[0].atRisk).toEqual({
      'app-routing-nginx': 14,
      'http-application-routing': 1,
      'ingress-nginx': 11,
    });
    expect(points.at(-1)!.atRisk).toEqual({
      'app-routing-nginx': 7,
      'http-application-routing': 1,
      'ingress-nginx': 5,
    });
    expect(points.some(({ unread }) => unread > 0)).toBe(true);
  });

  it('is about Services of the estate, each once', () => {
    const names = contosoHistory.map(({ name }) => name);
    const known = new Set(
      names.map(name => name.split('/')[0]).flatMap(servicesOf),
    );

    expect(names.filter(name => !known.has(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is made up for the demo only', async () => {
    const { points } = await historyOf({});

    expect(points.filter(({ total }) => total > 0)).toEqual([]);
  });
});

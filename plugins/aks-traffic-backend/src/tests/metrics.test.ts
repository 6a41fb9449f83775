import { createServiceFactory } from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { documentedMetrics } from '../__testUtils__/documentedMetrics';
import { createTestDatabases } from '../__testUtils__/storeTest';
import { aksTrafficPlugin } from '../plugin';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe('metrics', () => {
  it('are those of docs/operations.md, of the kinds and in the units that it says', async () => {
    const made = new Map<string, string>();
    const make =
      (kind: string) => (name: string, options?: { unit?: string }) => {
        made.set(name, options?.unit === 's' ? `${kind} in seconds` : kind);
        return {
          add: () => {},
          record: () => {},
          addCallback: () => {},
          removeCallback: () => {},
        } as never;
      };
    await startTestBackend({
      features: [
        aksTrafficPlugin,
        createServiceFactory({
          service: metricsServiceRef,
          deps: {},
          factory: () =>
            metricsServiceMock.mock({
              createCounter: make('counter'),
              createGauge: make('gauge'),
              createHistogram: make('histogram'),
              createObservableGauge: make('gauge'),
              createUpDownCounter: make('up-down counter'),
            }),
        }),
        mockServices.rootConfig.factory({
          data: { aksTraffic: { watch: { enabled: true } } },
        }),
        mockServices.database.factory({
          knex: await databases.init('SQLITE_3'),
        }),
        catalogServiceMock.factory({ entities: [] }),
      ],
    });

    expect(made.size).toBeGreaterThan(10);
    expect(Object.fromEntries(made)).toEqual(
      Object.fromEntries(documentedMetrics()),
    );
  });
});

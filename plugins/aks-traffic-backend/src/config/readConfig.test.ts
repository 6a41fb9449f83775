import { ConfigReader } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { rootCertificates } from 'node:tls';
import { readConfig } from './readConfig';

const pem = rootCertificates[0];

function read(aksTraffic?: JsonObject) {
  return readConfig(new ConfigReader(aksTraffic ? { aksTraffic } : {}));
}

const cluster = {
  name: 'shop',
  url: 'https://shop.example',
  serviceAccountToken: 'token-of-shop',
};

describe('readConfig', () => {
  it('reads nothing and says nothing without configuration', () => {
    expect(read()).toEqual({
      clusters: [],
      keepHistoryForMs: 730 * 24 * 60 * 60 * 1000,
      kubernetes: {
        limits: expect.objectContaining({
          requestTimeoutMs: 15_000,
          clusterTimeoutMs: 90_000,
          pageSize: 500,
        }),
        clustersAtOnce: 10,
        aadServerApplicationId: '6dae42f8-4368-4678-94ff-3960e28e3630',
      },
      schedule: {
        frequency: { minutes: 5 },
        timeout: { minutes: 10 },
        initialDelay: { seconds: 3 },
        scope: 'global',
      },
      sourceTimeoutMs: 60_000,
      staleAfterMs: 900_000,
      freshForMs: 30_000,
      severities: {},
      notifyOwners: false,
      sensitiveReaders: [],
      patternPolicy: [],
      shards: 1,
    });
  });

  it('leaves to the frontend what the frontend reads of the golden path', () => {
    expect(
      read({
        goldenPath: {
          publish: { kind: 'local' },
          migrationTemplate: 'template:default/move',
        },
      }).patternPolicy,
    ).toEqual([]);
  });

  it('takes an empty azure section as the public cloud with the default credential', () => {
    expect(read({ azure: {} }).azure).toEqual({
      allowPrivateApiServers: false,
      resourceManager: 'https://management.azure.com',
      resourceManagerScope: 'https://management.azure.com/.default',
      authorityHost: 'https://login.microsoftonline.com',
      disableInstanceDiscovery: false,
      credential: { kind: 'default' },
      scope: {},
      timeoutMs: 120_000,
    });
  });

  it('knows the addresses of sovereign clouds', () => {
    expect(read({ azure: { cloud: 'china' } }).azure).toMatchObject({
      resourceManager: 'https://management.chinacloudapi.cn',
      resourceManagerScope: 'https://management.chinacloudapi.cn/.default',
      authorityHost: 'https://login.chinacloudapi.cn',
    });
  });

  it('keeps the audience of the cloud when its address is replaced', () => {
    expect(
      read({
        azure: {
          endpoints: {
            resourceManager: 'https://localhost:8443',
            authorityHost: 'https://localhost:8443',
            dangerouslyDisableInstanceDiscovery: true,
          },
        },
      }).azure,
    ).toMatchObject({
      resourceManager: 'https://localhost:8443',
      resourceManagerScope: 'https://management.azure.com/.default',
      authorityHost: 'https://localhost:8443',
      disableInstanceDiscovery: true,
    });
  });

  it('reads clusters with every way to give authority and token', () => {
    const directory = createMockDirectory({ content: { 'ca.pem': pem } });
    expect(
      read({
        clusters: [
          { ...cluster, caData: pem },
          { ...cluster, name: 'b', caData: btoa(pem) },
          {
            name: 'c',
            url: 'https://c.example/path',
            caFile: directory.resolve('ca.pem'),
            tokenFile: '/run/token',
          },
        ],
      }).clusters,
    ).toEqual([
      {
        name: 'shop',
        url: 'https://shop.example',
        caData: pem,
        token: { kind: 'value', value: 'token-of-shop' },
      },
      {
        name: 'b',
        url: 'https://shop.example',
        caData: pem,
        token: { kind: 'value', value: 'token-of-shop' },
      },
      {
        name: 'c',
        url: 'https://c.example/path',
        caData: pem,
        token: { kind: 'file', path: '/run/token' },
      },
    ]);
  });

  it('reads durations, schedule and what follows from it', () => {
    expect(
      read({
        kubernetes: {
          requestTimeout: '5s',
          clusterTimeout: { minutes: 1 },
          requestsPerCluster: 2,
        },
        schedule: { frequency: '1m', timeout: 'PT2M' },
      }),
    ).toMatchObject({
      kubernetes: {
        limits: {
          requestTimeoutMs: 5000,
          clusterTimeoutMs: 60_000,
          concurrency: 2,
        },
      },
      schedule: {
        frequency: { minutes: 1 },
        timeout: { minutes: 2 },
        initialDelay: { seconds: 3 },
        scope: 'global',
      },
      staleAfterMs: 180_000,
    });
  });

  it('lets clusters be read on request however often they are read anyway', () => {
    const fresh = (frequency: JsonValue) =>
      read({ schedule: { frequency, timeout: '1m' }, staleAfter: '1h' })
        .freshForMs;

    expect(fresh({ minutes: 5 })).toBe(30_000);
    expect(fresh({ seconds: 20 })).toBe(10_000);
    expect(fresh({ cron: '* * * * *' })).toBe(30_000);
  });

  it('waits for sources of clusters for half the time of a look at most', () => {
    const wait = (timeout: JsonValue) =>
      read({ schedule: { frequency: '1m', timeout } }).sourceTimeoutMs;

    expect(wait('10m')).toBe(60_000);
    expect(wait('1m')).toBe(30_000);
  });

  it('takes every kind of schedule that the scheduler takes', () => {
    for (const frequency of [
      '1m',
      { cron: '*/10 * * * *' },
      { cron: '@daily' },
      { trigger: 'manual' },
    ]) {
      const { schedule } = read({
        schedule: { frequency, timeout: '1d', scope: 'local' },
        staleAfter: '1h',
      });
      expect(schedule).toMatchObject({
        timeout: { days: 1 },
        scope: 'local',
      });
    }
  });

  it('reads for how long history is kept', () => {
    const history = { retention: { days: 30 } };
    expect(read({ history }).keepHistoryForMs).toBe(30 * 24 * 60 * 60 * 1000);
  });

  it('reads severities by rule', () => {
    const severities = { 'mesh-mtls': 'high', 'kubenet-retirement': 'info' };
    expect(read({ severities }).severities).toEqual(severities);
  });

  it('tells owners when it is told to', () => {
    expect(read({ notifications: { enabled: true } }).notifyOwners).toBe(true);
  });

  it('reads who may see sensitive values, in full and in lower case', () => {
    const readers = ['group:Platform', 'user:default/Ann'];
    expect(read({ sensitiveValues: { readers } }).sensitiveReaders).toEqual([
      'group:default/platform',
      'user:default/ann',
    ]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'a reader of sensitive values that is neither user nor group',
      { sensitiveValues: { readers: ['group:default/a', 'platform'] } },
      'Invalid configuration at aksTraffic.sensitiveValues.readers[1]: must be the reference of a user or group, such as group:default/platform',
    ],
    [
      'a severity of no rule, with the nearest one',
      { severities: { 'mesh-mlts': 'low' } },
      'Invalid configuration at aksTraffic.severities.mesh-mlts: there is no rule of this id; the nearest one is mesh-mtls',
    ],
    [
      'a severity that is none',
      { severities: { 'mesh-mtls': 'harmless' } },
      'Invalid configuration at aksTraffic.severities.mesh-mtls: Invalid option: expected one of "critical"|"high"|"medium"|"low"|"info"',
    ],
    [
      'a misspelt key',
      { azure: { scope: { subscription: ['x'] } } },
      'Invalid configuration at aksTraffic.azure.scope: unknown key "subscription"',
    ],
    [
      'a cloud that does not exist',
      { azure: { cloud: 'germany' } },
      'Invalid configuration at aksTraffic.azure.cloud: Invalid option: expected one of "public"|"usgovernment"|"china"',
    ],
    [
      'a client secret without a tenant',
      {
        azure: {
          credential: {
            kind: 'client-secret',
            clientId: 'a',
            clientSecret: 'b',
          },
        },
      },
      'Missing configuration at aksTraffic.azure.credential.tenantId',
    ],
    [
      'a credential of no known kind',
      { azure: { credential: { kind: 'password' } } },
      'Invalid configuration at aksTraffic.azure.credential.kind: must be default, client-secret, workload-identity or managed-identity',
    ],
    [
      'a subscription name in place of its id',
      { azure: { scope: { subscriptions: ['production'] } } },
      'Invalid configuration at aksTraffic.azure.scope.subscriptions[0]: must be the id of a subscription',
    ],
    [
      'two scopes',
      {
        azure: {
          scope: {
            subscriptions: ['11111111-1111-1111-1111-111111111111'],
            managementGroups: ['root'],
          },
        },
      },
      'Invalid configuration at aksTraffic.azure.scope: must name either subscriptions or managementGroups, not both',
    ],
    [
      'an http address of Azure',
      { azure: { endpoints: { resourceManager: 'http://localhost' } } },
      'Invalid configuration at aksTraffic.azure.endpoints.resourceManager: must be an https address without credentials, query or fragment, such as https://host:443',
    ],
    [
      'an http address of a cluster',
      { clusters: [{ ...cluster, url: 'http://shop.example' }] },
      'Invalid configuration at aksTraffic.clusters[0].url: must be an https address without credentials, query or fragment, such as https://host:443',
    ],
    [
      'a cluster without a token',
      { clusters: [{ name: 'shop', url: 'https://shop.example' }] },
      'Invalid configuration at aksTraffic.clusters[0].serviceAccountToken: must be given, or tokenFile in its place, and not both: there is no other way to sign in to this cluster',
    ],
    [
      'a certificate that is none',
      { clusters: [{ ...cluster, caData: 'hello' }] },
      'Invalid configuration at aksTraffic.clusters[0].caData: is not a certificate in PEM format, nor one in base64',
    ],
    [
      'a resource id of something else',
      { clusters: [{ ...cluster, armId: '/subscriptions/x' }] },
      'Invalid configuration at aksTraffic.clusters[0].armId: must be the resource id of a managed cluster: /subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…',
    ],
    [
      'two clusters of one name',
      { clusters: [cluster, cluster] },
      'Invalid configuration at aksTraffic.clusters[1].name: there is another cluster named "shop"',
    ],
    [
      'a cluster named like the own one',
      { clusters: [cluster], inCluster: { name: 'shop' } },
      'Invalid configuration at aksTraffic.clusters[0].name: there is another cluster named "shop"',
    ],
    [
      'a cron schedule that does not say when data is stale',
      { schedule: { frequency: { cron: '* * * * *' }, timeout: '1m' } },
      'Missing configuration at aksTraffic.staleAfter: it cannot be derived when the schedule is a cron expression or manual',
    ],
    [
      'a timeout of nothing',
      { kubernetes: { requestTimeout: '0s' } },
      'Invalid configuration at aksTraffic.kubernetes.requestTimeout: must be longer than nothing',
    ],
    [
      'a history of less than a day',
      { history: { retention: { hours: 23 } } },
      'Invalid configuration at aksTraffic.history.retention: must be at least a day',
    ],
    [
      'a timeout longer than timers last',
      { kubernetes: { clusterTimeout: { days: 30 } } },
      'Invalid configuration at aksTraffic.kubernetes.clusterTimeout: must be at most a day',
    ],
    [
      'a frequency of nothing',
      { schedule: { frequency: { seconds: 0 }, timeout: '1m' } },
      'Invalid configuration at aksTraffic.schedule.frequency: must be longer than nothing',
    ],
    [
      'a schedule without time to run',
      { schedule: { frequency: '1m', timeout: { seconds: -1 } } },
      'Invalid configuration at aksTraffic.schedule.timeout: must be longer than nothing',
    ],
    [
      'a schedule that runs longer than timers last',
      { schedule: { frequency: '1m', timeout: { days: 30 } } },
      'Invalid configuration at aksTraffic.schedule.timeout: must be at most a day',
    ],
    [
      'a schedule that begins after longer than a day',
      { schedule: { frequency: '1m', timeout: '1m', initialDelay: '2d' } },
      'Invalid configuration at aksTraffic.schedule.initialDelay: must be at most a day',
    ],
    [
      'a history that begins before the calendar',
      { history: { retention: { years: 300_000 } } },
      'Invalid configuration at aksTraffic.history.retention: must be at most 100 years',
    ],
    [
      'an age that no data reaches',
      { staleAfter: { years: 300_000 } },
      'Invalid configuration at aksTraffic.staleAfter: must be at most 100 years',
    ],
    [
      'a cron expression that is none',
      {
        schedule: { frequency: { cron: 'bogus' }, timeout: '1m' },
        staleAfter: '1h',
      },
      "Invalid configuration at aksTraffic.schedule.frequency.cron: must be a cron expression, such as '*/10 * * * *'",
    ],
    [
      'a cron expression with more beside it',
      {
        schedule: {
          frequency: { cron: '* * * * *', minutes: 5 },
          timeout: '1m',
        },
        staleAfter: '1h',
      },
      'Invalid configuration at aksTraffic.schedule.frequency: must have nothing beside cron',
    ],
    [
      'unknown keys of the schedule',
      { schedule: { frequency: '1m', timeout: '5m', inital: '1m' } },
      'Invalid configuration at aksTraffic.schedule: unknown key "inital"',
    ],
    [
      'a schedule that is no more than a duration',
      { schedule: '5m' },
      'Invalid configuration at aksTraffic.schedule: must be an object with frequency and timeout, such as { frequency: { minutes: 5 }, timeout: { minutes: 10 } }',
    ],
    [
      'a schedule that leaves Azure no time to fail',
      {
        azure: { timeout: '2m' },
        schedule: { frequency: '1m', timeout: { seconds: 120 } },
      },
      'Invalid configuration at aksTraffic.azure.timeout: must be shorter than aksTraffic.schedule.timeout, or clusters of which Azure knows nothing are not read either while it hangs: lengthen that, or shorten this',
    ],
    [
      'such a schedule beside the timeout that Azure has by default',
      { azure: {}, schedule: { frequency: '1m', timeout: '1m' } },
      'Invalid configuration at aksTraffic.azure.timeout: must be shorter than aksTraffic.schedule.timeout, or clusters of which Azure knows nothing are not read either while it hangs: lengthen that, or shorten this',
    ],
    [
      'a name that could not be stored',
      { clusters: [{ ...cluster, name: 'line\nbreak' }] },
      'Invalid configuration at aksTraffic.clusters[0].name: must have 1 to 253 printable characters, and be neither . nor ..',
    ],
    [
      'an own name that is too long',
      { inCluster: { name: 'x'.repeat(254) } },
      'Invalid configuration at aksTraffic.inCluster.name: must have 1 to 253 printable characters, and be neither . nor ..',
    ],
    [
      'several problems at once',
      { shards: 0, kubernetes: { concurrency: 'many' } },
      'Invalid configuration at aksTraffic.kubernetes.concurrency: Invalid input: expected number, received string; Invalid configuration at aksTraffic.shards: Too small: expected number to be >=1',
    ],
  ])('refuses %s and names the key', (_, config, message) => {
    expect(() => read(config)).toThrow(
      expect.objectContaining({ name: 'InputError', message }),
    );
  });

  it.each<[string, JsonObject]>([
    ['aksTraffic.azure.caFile', { azure: { caFile: '/does/not/exist.pem' } }],
    ['aksTraffic.schedule', { schedule: { frequency: 'soon' } }],
    ['aksTraffic.staleAfter', { staleAfter: 'never' }],
    ['aksTraffic.history.retention', { history: { retention: 'long' } }],
    ['aksTraffic.azure.timeout', { azure: { timeout: 7 } }],
  ])('names %s when its own reader refuses it', (key, config) => {
    expect(() => read(config)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`Invalid configuration at ${key}: `),
      }),
    );
  });

  it('never repeats a secret in an error', () => {
    expect(() =>
      read({
        clusters: [{ ...cluster, serviceAccountToken: ['s3cret'] }],
      }),
    ).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('s3cret'),
      }),
    );
  });
});

import { ContainerServiceClient } from '@azure/arm-containerservice';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import {
  ClientSecretCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { UnsecuredJWT } from 'jose';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { parse } from 'yaml';
import { Agent, fetch } from 'undici';
import {
  OUTSIDER,
  READER,
  smallEstate,
  SUBSCRIPTIONS,
  TENANT,
} from './__testUtils__/smallEstate';
import { AKS_SERVER_APPLICATION } from './entra';
import { Simulator, startSimulator } from './startSimulator';

const trusted = tls.getCACertificates('default');
const folder = mkdtempSync(join(tmpdir(), 'simulator-test-'));
let simulator: Simulator;
let endpoint: string;

beforeAll(async () => {
  simulator = await startSimulator({
    estate: smallEstate(),
    quota: { queries: Infinity, windowSeconds: 5 },
  });
  endpoint = simulator.ready.azure.endpoint;
  // Credentials of @azure/identity take no certificate authority of their own.
  tls.setDefaultCACertificates([
    ...trusted,
    readFileSync(simulator.ready.azure.caFile, 'utf8'),
  ]);
});

afterAll(async () => {
  tls.setDefaultCACertificates(trusted);
  rmSync(folder, { recursive: true, force: true });
  await simulator.close();
});

afterEach(async () => {
  await control('DELETE', '/faults');
});

const options = () => ({
  authorityHost: endpoint,
  disableInstanceDiscovery: true,
  retryOptions: { maxRetries: 0 },
});

function credentialOf({
  clientId,
  clientSecret,
}: {
  clientId: string;
  clientSecret: string;
}) {
  return new ClientSecretCredential(TENANT, clientId, clientSecret, options());
}

function federatedCredential(subject: string) {
  const tokenFilePath = join(folder, subject.replace(/\W/g, '-'));
  writeFileSync(
    tokenFilePath,
    new UnsecuredJWT({})
      .setSubject(subject)
      .setAudience('api://AzureADTokenExchange')
      .setIssuer('https://oidc.example/')
      .setExpirationTime('1h')
      .encode(),
  );
  return new WorkloadIdentityCredential({
    ...options(),
    tenantId: TENANT,
    clientId: READER.clientId,
    tokenFilePath,
  });
}

async function control(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${simulator.ready.control}${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as any };
}

const MANAGEMENT = 'https://management.azure.com/.default';

describe('Entra ID with @azure/identity', () => {
  it('signs a client in by its secret, with tokens for the audience of the scope', async () => {
    const credential = credentialOf(READER);
    for (const [scope, audience] of [
      [MANAGEMENT, 'https://management.azure.com'],
      [`${AKS_SERVER_APPLICATION}/.default`, AKS_SERVER_APPLICATION],
    ]) {
      const { token } = await credential.getToken(scope);
      const claims = JSON.parse(
        Buffer.from(token.split('.')[1], 'base64url').toString(),
      );
      expect(claims).toMatchObject({
        aud: audience,
        appid: READER.clientId,
        oid: READER.objectId,
        tid: TENANT,
      });
    }
  });

  it('signs a workload in by its federated token', async () => {
    const credential = federatedCredential(READER.federatedSubject);
    const { token } = await credential.getToken(MANAGEMENT);
    expect(token.split('.')).toHaveLength(3);
  });

  it('refuses the token of another workload', async () => {
    const credential = federatedCredential('system:serviceaccount:other:other');
    await expect(credential.getToken(MANAGEMENT)).rejects.toThrow(
      'AADSTS700213',
    );
  });

  it.each([
    ['a wrong secret', { ...READER, clientSecret: 'wrong' }, 'AADSTS7000215'],
    [
      'an unknown application',
      { clientId: '99999999-0000-0000-0000-000000000000', clientSecret: 'x' },
      'AADSTS700016',
    ],
  ])('names what is wrong with %s', async (_, client, code) => {
    await expect(credentialOf(client).getToken(MANAGEMENT)).rejects.toThrow(
      code,
    );
  });

  it('does not know other tenants', async () => {
    const answer = await fetch(
      `${endpoint}/contoso.example/v2.0/.well-known/openid-configuration`,
      { dispatcher: trustingAgent() },
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error_codes: [90002] });
  });

  it('gives short-lived tokens while that fault is on', async () => {
    await control('PUT', '/faults/short', {
      target: 'entra',
      effect: { kind: 'short-tokens', lifetimeSeconds: 120 },
    });
    const before = Date.now();
    const { expiresOnTimestamp } = await credentialOf(READER).getToken(
      MANAGEMENT,
    );
    expect(expiresOnTimestamp - before).toBeLessThan(180_000);
  });
});

describe('ARM with @azure/arm-containerservice', () => {
  function client(
    identity: { clientId: string; clientSecret: string },
    subscription = SUBSCRIPTIONS.shop,
  ) {
    return new ContainerServiceClient(credentialOf(identity), subscription, {
      endpoint,
      retryOptions: { maxRetries: 0 },
    });
  }

  it('lists clusters by subscription and by resource group, and gets one', async () => {
    const { managedClusters } = client(READER);
    const names: (string | undefined)[] = [];
    for await (const cluster of managedClusters.list()) {
      names.push(cluster.name);
    }
    for await (const cluster of managedClusters.listByResourceGroup(
      'rg-shop',
    )) {
      names.push(cluster.name);
    }
    expect(names).toEqual(['aks-shop', 'aks-shop']);
    const cluster = await managedClusters.get('rg-shop', 'AKS-SHOP');
    expect(cluster.fqdn).toBe('aks-shop-dns.hcp.westeurope.azmk8s.io');
    expect(cluster.agentPoolProfiles).toHaveLength(2);
  });

  it('hands out a kubeconfig that calls kubelogin for a cluster with Entra ID', async () => {
    const { kubeconfigs } = await client(
      READER,
    ).managedClusters.listClusterUserCredentials('RG-Shop', 'aks-shop', {
      format: 'exec',
    });
    const config = parse(Buffer.from(kubeconfigs![0].value!).toString());
    expect(config.users[0].user.exec.command).toBe('kubelogin');
    expect(config.users[0].user.exec.args).toContain(AKS_SERVER_APPLICATION);

    const { token } = await credentialOf(READER).getToken(
      `${AKS_SERVER_APPLICATION}/.default`,
    );
    const cluster = config.clusters[0].cluster;
    const dispatcher = new Agent({
      connect: {
        ca: Buffer.from(cluster['certificate-authority-data'], 'base64'),
      },
    });
    const answer = await fetch(`${cluster.server}/api/v1/services`, {
      dispatcher,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    await answer.text();
    await dispatcher.close();
  });

  it('hands out an administrator certificate for a cluster without Entra ID, as the real one does', async () => {
    const { kubeconfigs } = await client(
      READER,
      SUBSCRIPTIONS.hub,
    ).managedClusters.listClusterUserCredentials('rg-local', 'aks-local', {
      format: 'exec',
    });
    const config = parse(Buffer.from(kubeconfigs![0].value!).toString());
    expect(Object.keys(config.users[0].user)).toEqual([
      'client-certificate-data',
      'client-key-data',
    ]);
  });

  it('refuses with the code of ARM what the identity may not do', async () => {
    const { managedClusters } = client(READER);
    await expect(managedClusters.get('rg-shop', 'nope')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    });
    await expect(
      client(OUTSIDER).managedClusters.get('rg-shop', 'aks-shop'),
    ).rejects.toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
    await expect(
      client(READER, SUBSCRIPTIONS.secret).managedClusters.get(
        'rg-secret',
        'aks-secret',
      ),
    ).rejects.toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
  });

  it('lists the subscriptions that the identity may read', async () => {
    const { token } = await credentialOf(READER).getToken(MANAGEMENT);
    const url = `${endpoint}/subscriptions?api-version=2022-12-01`;
    const answer = await fetch(url, {
      dispatcher: trustingAgent(),
      headers: { authorization: `Bearer ${token}` },
    });
    const { value } = (await answer.json()) as any;
    expect(value.map((each: any) => each.displayName)).toEqual(['shop', 'hub']);
    const anonymous = await fetch(url, { dispatcher: trustingAgent() });
    expect(anonymous.status).toBe(401);
    expect(await anonymous.json()).toMatchObject({
      error: { code: 'AuthenticationFailed' },
    });
  });

  it('refuses a token that was made for the clusters', async () => {
    const { token } = await credentialOf(READER).getToken(
      `${AKS_SERVER_APPLICATION}/.default`,
    );
    const answer = await fetch(
      `${endpoint}/subscriptions?api-version=2022-12-01`,
      {
        dispatcher: trustingAgent(),
        headers: { authorization: `Bearer ${token}` },
      },
    );
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { code: 'InvalidAuthenticationTokenAudience' },
    });
  });
});

let agent: Agent | undefined;

function trustingAgent() {
  agent ??= new Agent({
    connect: { ca: readFileSync(simulator.ready.azure.caFile, 'utf8') },
  });
  return agent;
}

afterAll(async () => {
  await agent?.close();
});

describe('Resource Graph with @azure/arm-resourcegraph', () => {
  function client(
    identity: { clientId: string; clientSecret: string } = READER,
    maxRetries = 0,
  ) {
    return new ResourceGraphClient(credentialOf(identity), {
      endpoint,
      retryOptions: { maxRetries, maxRetryDelayInMs: 50, retryDelayInMs: 1 },
    });
  }

  it('finds subnets and their egress for every pool in one query', async () => {
    const { data } = await client().resources({
      query: `resources
        | where type =~ 'Microsoft.ContainerService/managedClusters'
        | mv-expand pool = properties.agentPoolProfiles limit 400
        | where isnotnull(pool)
        | project id, pool = tostring(pool.name), subnetId = tolower(tostring(pool.vnetSubnetID))
        | join kind=leftouter (
            resources
            | where type =~ 'microsoft.network/virtualnetworks'
            | mv-expand sn = properties.subnets limit 400
            | project subnetId = tolower(tostring(sn.id)), natGatewayId = tostring(sn.properties.natGateway.id)
          ) on subnetId
        | project pool, natGatewayId
        | order by pool asc`,
    });
    expect(data).toEqual([
      { pool: 'system', natGatewayId: '' },
      { pool: 'user', natGatewayId: '/nat/shop' },
    ]);
  });

  it('pages by skip token until there is none', async () => {
    const query =
      "resources | where type =~ 'microsoft.network/publicipaddresses' | project id, name | order by id asc";
    const names: string[] = [];
    let skipToken: string | undefined;
    const counts: number[] = [];
    do {
      const page = await client().resources({
        query,
        options: { top: 10, skipToken, resultFormat: 'objectArray' },
      });
      expect(page.totalRecords).toBe(25);
      expect(page.resultTruncated).toBe('false');
      counts.push(page.count);
      names.push(...page.data.map((row: { name: string }) => row.name));
      skipToken = page.skipToken;
    } while (skipToken);
    expect(counts).toEqual([10, 10, 5]);
    expect(new Set(names).size).toBe(25);
    expect(names).toEqual([...names].sort());
  });

  it('says that a result is truncated when it cannot be continued', async () => {
    const page = await client().resources({
      query: 'resources | project id | take 20',
      options: { top: 5 },
    });
    expect(page).toMatchObject({ count: 5, totalRecords: 20 });
    expect(page.resultTruncated).toBe('true');
    expect(page.skipToken).toBeUndefined();
  });

  it('leaves out what the identity may not read, without a word', async () => {
    const query =
      'resources | distinct subscriptionId | order by subscriptionId asc';
    const all = await client().resources({ query });
    expect(all.data).toEqual([
      { subscriptionId: SUBSCRIPTIONS.shop },
      { subscriptionId: SUBSCRIPTIONS.hub },
    ]);
    const group = await client().resources({
      query,
      managementGroups: ['mg-shop'],
    });
    expect(group.data).toEqual([{ subscriptionId: SUBSCRIPTIONS.shop }]);
    const one = await client().resources({
      query,
      subscriptions: [SUBSCRIPTIONS.hub, SUBSCRIPTIONS.secret],
    });
    expect(one.data).toEqual([{ subscriptionId: SUBSCRIPTIONS.hub }]);
  });

  it('answers 403 when nothing at all may be read', async () => {
    await expect(
      client(OUTSIDER).resources({ query: 'resources' }),
    ).rejects.toMatchObject({ statusCode: 403, code: 'AccessDenied' });
    await expect(
      client().resources({
        query: 'resources',
        subscriptions: [SUBSCRIPTIONS.secret],
      }),
    ).rejects.toMatchObject({ statusCode: 403 });
  });

  it('lower-cases types and groups, and keeps ids', async () => {
    const { data } = await client().resources({
      query:
        "Resources | where name == 'vnet-shop' | project id, type, resourceGroup",
    });
    expect(data).toEqual([
      {
        id: expect.stringContaining(
          '/resourceGroups/RG-Network/providers/Microsoft.Network/',
        ),
        type: 'microsoft.network/virtualnetworks',
        resourceGroup: 'rg-network',
      },
    ]);
  });

  it('knows subscriptions, resource groups and management groups', async () => {
    const { data } = await client().resources({
      query:
        'resourcecontainers | summarize n = count() by type | order by type asc',
    });
    expect(data).toEqual([
      { type: 'microsoft.management/managementgroups', n: 1 },
      { type: 'microsoft.resources/subscriptions', n: 2 },
      { type: 'microsoft.resources/subscriptions/resourcegroups', n: 3 },
    ]);
  });

  it('gives tables when asked for them', async () => {
    const { data } = await client().resources({
      query:
        "resources | where name == 'aks-shop' | project name, pools = array_length(properties.agentPoolProfiles), tags",
      options: { resultFormat: 'table' },
    });
    expect(data).toEqual({
      columns: [
        { name: 'name', type: 'string' },
        { name: 'pools', type: 'integer' },
        { name: 'tags', type: 'object' },
      ],
      rows: [['aks-shop', 2, null]],
    });
  });

  it('names code and place of what is wrong with a query', async () => {
    const error = await client()
      .resources({ query: 'resources\n| wher name' })
      .catch(thrown => thrown);
    expect(error.statusCode).toBe(400);
    const { code, message, details } = error.details.error;
    expect(code).toBe('BadRequest');
    expect(message).toMatch(
      /^Please provide below info when asking for support: timestamp = \S+Z, correlationId = \S+\.$/,
    );
    expect(details.slice(0, 2)).toEqual([
      expect.objectContaining({ code: 'InvalidQuery' }),
      {
        code: 'ParserFailure',
        message: 'ParserFailure',
        additionalProperties: {
          line: 2,
          characterPositionInLine: 2,
          token: 'wher',
        },
      },
    ]);
  });

  it('refuses requests that make no sense', async () => {
    await expect(
      client().resources({ query: 'resources', options: { top: 1001 } }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await expect(
      client().resources({
        query: 'resources',
        subscriptions: [SUBSCRIPTIONS.shop],
        managementGroups: ['mg-shop'],
      }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await expect(
      client().resources({
        query: 'resources',
        options: { skipToken: 'made-up' },
      }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });

  it('sends the quota with every answer, the refusals included', async () => {
    const headers: (string | undefined)[] = [];
    const onResponse = (response: {
      headers: { get(name: string): string | undefined };
    }) =>
      headers.push(
        response.headers.get('x-ms-user-quota-remaining'),
        response.headers.get('x-ms-user-quota-resets-after'),
      );
    await client().resources({ query: 'resources | count' }, { onResponse });
    await client()
      .resources({ query: 'nonsense' }, { onResponse })
      .catch(() => {});
    expect(headers).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^00:00:0[0-5]$/),
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^00:00:0[0-5]$/),
    ]);
  });

  it('is throttled by a fault, and the SDK gives up at once without Retry-After', async () => {
    await control('PUT', '/faults/busy', {
      target: 'resource-graph',
      effect: { kind: 'throttled' },
    });
    await control('DELETE', '/requests');
    await expect(
      client(READER, 3).resources({ query: 'resources' }),
    ).rejects.toMatchObject({ statusCode: 429, code: 'RateLimiting' });
    const { body } = await control('GET', '/requests');
    expect(
      body.requests.find((each: any) => each.target === 'resource-graph'),
    ).toEqual({
      target: 'resource-graph',
      resource: 'resources',
      verb: 'post',
      count: 1,
    });
  });

  it('makes the SDK see a proxy page as an empty answer', async () => {
    await control('PUT', '/faults/proxy', {
      target: 'resource-graph',
      times: 1,
      effect: { kind: 'html' },
    });
    const answer = await client().resources({ query: 'resources | count' });
    expect(answer.data).toBeUndefined();
    const next = await client().resources({ query: 'resources | count' });
    expect(next.count).toBe(1);
  });

  it.each([
    [{ kind: 'refuse' }],
    [{ kind: 'cut', fraction: 0.5 }],
    [{ kind: 'server-error', status: 503 }],
    [{ kind: 'unauthorized' }],
    [{ kind: 'forbidden' }],
  ])('fails the way the fault %j says', async effect => {
    await control('PUT', '/faults/broken', {
      target: 'resource-graph',
      effect,
    });
    await expect(
      client().resources({ query: 'resources | count' }),
    ).rejects.toThrow();
  });

  it('lets the caller end a request that hangs', async () => {
    await control('PUT', '/faults/hang', {
      target: 'resource-graph',
      effect: { kind: 'hang' },
    });
    await expect(
      client().resources(
        { query: 'resources | count' },
        { abortSignal: AbortSignal.timeout(200) },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the control port', () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'storefront', namespace: 'default' },
    spec: {},
  };

  it('says where the clusters are', async () => {
    const { body } = await control('GET', '/estate');
    expect(body.clusters.map((each: any) => [each.name, each.server])).toEqual(
      simulator.ready.clusters.map(({ name, server }) => [name, server]),
    );
  });

  it('changes and deletes objects of a cluster', async () => {
    const path = '/clusters/aks-shop/objects';
    expect(await control('PUT', path, service)).toMatchObject({ status: 200 });
    const query =
      '?apiVersion=v1&kind=Service&namespace=default&name=storefront';
    expect((await control('DELETE', `${path}${query}`)).status).toBe(200);
    expect((await control('DELETE', `${path}${query}`)).status).toBe(404);
  });

  it.each([
    ['PUT', '/clusters/nope/objects', service, 404, /no cluster 'nope'/],
    [
      'PUT',
      '/clusters/aks-shop/objects',
      { kind: 'Service' },
      400,
      /apiVersion/,
    ],
    [
      'PUT',
      '/clusters/aks-shop/objects',
      { ...service, apiVersion: 'nope.io/v1' },
      400,
      /nope\.io/,
    ],
    [
      'DELETE',
      '/clusters/aks-shop/objects?kind=Service',
      undefined,
      400,
      /name/,
    ],
    [
      'PUT',
      '/faults/a',
      { target: 'nope', effect: { kind: 'hang' } },
      400,
      /nope/,
    ],
    ['DELETE', '/faults/nope', undefined, 404, /nope/],
    ['GET', '/nope', undefined, 404, /nope/],
  ])(
    'refuses %s %s with a reason',
    async (method, path, body, status, reason) => {
      const answer = await control(method, path, body);
      expect(answer.status).toBe(status);
      expect(answer.body.error).toMatch(reason);
    },
  );
});

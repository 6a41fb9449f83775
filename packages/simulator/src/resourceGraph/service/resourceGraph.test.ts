import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import {
  OUTSIDER,
  READER,
  SUBSCRIPTIONS,
} from '../../__testUtils__/smallEstate';
import { Client, useSimulator } from '../../__testUtils__/useSimulator';

const simulator = useSimulator();

describe('Resource Graph with @azure/arm-resourcegraph', () => {
  function client(identity: Client = READER, maxRetries = 0) {
    return new ResourceGraphClient(simulator.credentialOf(identity), {
      endpoint: simulator.endpoint,
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
    await simulator.control('PUT', '/faults/busy', {
      target: 'resource-graph',
      effect: { kind: 'throttled' },
    });
    await simulator.control('DELETE', '/requests');
    await expect(
      client(READER, 3).resources({ query: 'resources' }),
    ).rejects.toMatchObject({ statusCode: 429, code: 'RateLimiting' });
    const { body } = await simulator.control('GET', '/requests');
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
    await simulator.control('PUT', '/faults/proxy', {
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
    await simulator.control('PUT', '/faults/broken', {
      target: 'resource-graph',
      effect,
    });
    await expect(
      client().resources({ query: 'resources | count' }),
    ).rejects.toThrow();
  });

  it('lets the caller end a request that hangs', async () => {
    await simulator.control('PUT', '/faults/hang', {
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

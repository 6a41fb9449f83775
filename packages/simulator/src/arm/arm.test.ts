import { ContainerServiceClient } from '@azure/arm-containerservice';
import { Agent, fetch } from 'undici';
import { parse } from 'yaml';
import { OUTSIDER, READER, SUBSCRIPTIONS } from '../__testUtils__/smallEstate';
import {
  Client,
  MANAGEMENT,
  useSimulator,
} from '../__testUtils__/useSimulator';
import { AKS_SERVER_APPLICATION } from '../entra';

const simulator = useSimulator();

async function readSubscriptions(scope?: string) {
  const token = scope && (await simulator.credentialOf(READER).getToken(scope));
  return await simulator.send('/subscriptions?api-version=2022-12-01', {
    headers: token ? { authorization: `Bearer ${token.token}` } : {},
  });
}

describe('ARM with @azure/arm-containerservice', () => {
  function client(identity: Client, subscription = SUBSCRIPTIONS.shop) {
    return new ContainerServiceClient(
      simulator.credentialOf(identity),
      subscription,
      {
        endpoint: simulator.endpoint,
        retryOptions: { maxRetries: 0 },
      },
    );
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

    const { token } = await simulator
      .credentialOf(READER)
      .getToken(`${AKS_SERVER_APPLICATION}/.default`);
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
    const { body } = await readSubscriptions(MANAGEMENT);
    const names = body.value.map(
      (subscription: { displayName: string }) => subscription.displayName,
    );
    expect(names).toEqual(['shop', 'hub']);
  });

  it('wants a token, and one that was made for it', async () => {
    expect(await readSubscriptions()).toMatchObject({
      status: 401,
      body: { error: { code: 'AuthenticationFailed' } },
    });
    expect(
      await readSubscriptions(`${AKS_SERVER_APPLICATION}/.default`),
    ).toMatchObject({
      status: 401,
      body: { error: { code: 'InvalidAuthenticationTokenAudience' } },
    });
  });

  it('finds a token expired when its own clock is ahead', async () => {
    await simulator.control('PUT', '/faults/ahead', {
      target: 'arm',
      effect: { kind: 'clock-skew', seconds: 7200 },
    });
    const { status, headers, body } = await readSubscriptions(MANAGEMENT);
    expect(status).toBe(401);
    expect(body.error.code).toBe('ExpiredAuthenticationToken');
    const ahead = Date.parse(headers.get('date')!) - Date.now();
    expect(ahead).toBeGreaterThan(7_000_000);
  });

  it('wants an API version', async () => {
    const { token } = await simulator.credentialOf(READER).getToken(MANAGEMENT);
    expect(
      await simulator.send('/subscriptions', {
        headers: { authorization: `Bearer ${token}` },
      }),
    ).toMatchObject({
      status: 400,
      body: { error: { code: 'MissingApiVersionParameter' } },
    });
  });
});

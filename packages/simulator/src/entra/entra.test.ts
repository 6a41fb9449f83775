import { WorkloadIdentityCredential } from '@azure/identity';
import { UnsecuredJWT } from 'jose';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READER, TENANT } from '../__testUtils__/smallEstate';
import { MANAGEMENT, useSimulator } from '../__testUtils__/useSimulator';
import { AKS_SERVER_APPLICATION } from './tokens';

const simulator = useSimulator();
const folder = mkdtempSync(join(tmpdir(), 'simulator-test-'));

afterAll(() => rmSync(folder, { recursive: true }));

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
    ...simulator.authority(),
    tenantId: TENANT,
    clientId: READER.clientId,
    tokenFilePath,
  });
}

describe('Entra ID with @azure/identity', () => {
  it('signs a client in by its secret, with tokens for the audience of the scope', async () => {
    const credential = simulator.credentialOf(READER);
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
    await expect(
      simulator.credentialOf(client).getToken(MANAGEMENT),
    ).rejects.toThrow(code);
  });

  it('does not know other tenants', async () => {
    const { status, body } = await simulator.send(
      '/contoso.example/v2.0/.well-known/openid-configuration',
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({ error_codes: [90002] });
  });

  it('gives short-lived tokens while that fault is on', async () => {
    await simulator.control('PUT', '/faults/short', {
      target: 'entra',
      effect: { kind: 'short-tokens', lifetimeSeconds: 120 },
    });
    const before = Date.now();
    const { expiresOnTimestamp } = await simulator
      .credentialOf(READER)
      .getToken(MANAGEMENT);
    expect(expiresOnTimestamp - before).toBeLessThan(180_000);
  });
});

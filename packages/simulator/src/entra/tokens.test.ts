import { FaultRegistry } from '../faults';
import { Identity } from '../estate/types';
import { AKS_SERVER_APPLICATION, TokenAuthority } from './tokens';

const identity: Identity = {
  displayName: 'aks-traffic',
  clientId: '11111111-1111-1111-1111-111111111111',
  objectId: '22222222-2222-2222-2222-222222222222',
  clientSecret: 'secret',
  readableSubscriptions: 'all',
  mayListCredentials: 'all',
  kubernetesRoles: {},
};
const noon = new Date('2026-11-22T12:00:00Z');
const clock = { now: () => noon };

async function setup() {
  const faults = new FaultRegistry();
  const authority = await TokenAuthority.create({
    tenantId: 'contoso-tenant',
    faults,
    clock,
  });
  return { faults, authority };
}

describe('TokenAuthority', () => {
  it('verifies what it issued, for the audience it was issued for', async () => {
    const { authority } = await setup();
    const { token, expiresInSeconds } = await authority.issue({
      identity,
      audience: AKS_SERVER_APPLICATION,
    });
    expect(expiresInSeconds).toBe(3600);
    expect(
      await authority.verify(token, {
        audience: AKS_SERVER_APPLICATION,
        now: noon,
      }),
    ).toEqual({
      valid: true,
      clientId: identity.clientId,
      objectId: identity.objectId,
      audience: AKS_SERVER_APPLICATION,
      expiresAt: new Date('2026-11-22T13:00:00Z'),
    });
    expect(
      await authority.verify(token, { audience: 'other', now: noon }),
    ).toEqual({ valid: false, reason: 'audience' });
  });

  it('refuses the tokens of another authority, altered ones and noise', async () => {
    const { authority } = await setup();
    const { authority: other } = await setup();
    const options = { audience: AKS_SERVER_APPLICATION, now: noon };
    const { token } = await other.issue({
      identity,
      audience: AKS_SERVER_APPLICATION,
    });
    expect(await authority.verify(token, options)).toEqual({
      valid: false,
      reason: 'signature',
    });
    for (const noise of ['', 'a.b.c', 'not a token']) {
      expect(await authority.verify(noise, options)).toEqual({
        valid: false,
        reason: 'malformed',
      });
    }
  });

  it('knows an expired token and one from the future', async () => {
    const { authority } = await setup();
    const audience = AKS_SERVER_APPLICATION;
    const { token } = await authority.issue({ identity, audience });
    expect(
      await authority.verify(token, {
        audience,
        now: new Date('2026-11-22T13:00:01Z'),
      }),
    ).toEqual({ valid: false, reason: 'expired' });
    expect(
      await authority.verify(token, {
        audience,
        now: new Date('2026-11-22T11:00:00Z'),
      }),
    ).toEqual({ valid: false, reason: 'not-yet-valid' });
  });

  it('shortens and shifts the tokens issued while a fault is on', async () => {
    const { authority, faults } = await setup();
    const audience = AKS_SERVER_APPLICATION;
    faults.add({
      id: 'short',
      target: 'entra',
      times: 1,
      effect: { kind: 'short-tokens', lifetimeSeconds: 30 },
    });
    faults.add({
      id: 'skew',
      target: 'entra',
      effect: { kind: 'clock-skew', seconds: 600 },
    });
    const short = await authority.issue({ identity, audience });
    expect(short.expiresInSeconds).toBe(30);
    expect(
      await authority.verify(short.token, { audience, now: noon }),
    ).toEqual({ valid: false, reason: 'not-yet-valid' });
    const { expiresInSeconds } = await authority.issue({ identity, audience });
    expect(expiresInSeconds).toBe(3600);
  });
});

import fc from 'fast-check';
import { resultOrErrorName } from '../__testUtils__/resultOrErrorName';
import { parseWaiverRequest } from './parseWaiverRequest';

const now = new Date('2026-11-22T10:00:00.000Z');

const valid = {
  cluster: 'aks-shop',
  namespace: 'shop',
  service: 'web',
  ruleId: 'mesh-mtls',
  reason: ' The gateway in front does it. ',
  expiresAt: '2027-01-31T23:59:59+01:00',
};

const parse = (overrides: Record<string, unknown>) => () =>
  parseWaiverRequest({ ...valid, ...overrides }, now);

describe('parseWaiverRequest', () => {
  it('reads a waiver, with times in UTC and references in full', () => {
    expect(parse({ owner: 'group:Team-Shop' })()).toEqual({
      ...valid,
      reason: 'The gateway in front does it.',
      owner: 'group:default/team-shop',
      expiresAt: '2027-01-31T22:59:59.000Z',
    });
    expect(parse({})()).not.toHaveProperty('owner');
  });

  it('reads the subject of the finding, as findings name it', () => {
    const ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      namespace: 'shop',
      name: 'web',
    };
    for (const subject of [ingress, { armId: '/subscriptions/1' }]) {
      expect(parse({ subject })()).toMatchObject({ subject });
    }
  });

  it.each([
    [{ subject: 'web' }, 'subject must be the subject of the finding'],
    [
      { subject: { name: 'web' } },
      'subject must be the subject of the finding',
    ],
    [
      { subject: { armId: 'a', name: 'web' } },
      'There is no field "subject.name"',
    ],
    [{ cluster: undefined }, 'cluster is missing'],
    [{ namespace: '' }, 'namespace must not be empty'],
    [{ service: 7 }, 'service must be a string'],
    [{ ruleId: 'x'.repeat(254) }, 'ruleId must have at most 253 characters'],
    [{ reason: 'too short ' }, 'reason must have at least 10 characters'],
    [
      { reason: `x${'\u200b\0\u202e '.repeat(20)}` },
      'reason must have at least 10 characters',
    ],
    [{ reason: 'x'.repeat(1001) }, 'reason must have at most 1,000 characters'],
    [{ owner: 'component:default/web' }, 'owner must be the reference of a'],
    [{ owner: 'team-shop' }, 'owner must be the reference of a'],
    [{ expiresAt: '2027-01-31' }, 'expiresAt must be a time'],
    [{ expiresAt: '2027-02-30T00:00:00Z' }, 'expiresAt must be a time'],
    [{ expiresAt: now.toISOString() }, 'expiresAt must be in the future'],
    [
      { expiresAt: '2027-11-23T00:00:00Z' },
      'expiresAt must be a year from now at the latest, 2027-11-22T23:59:59.999Z',
    ],
    [{ expires: 'x' }, 'There is no field "expires"'],
  ])('refuses %j and names the field', (overrides, message) => {
    expect(parse(overrides)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('takes the last moment of a day a year from now', () => {
    expect(parse({ expiresAt: '2027-11-22T23:59:59.999Z' })).not.toThrow();
  });

  it('names all wrong fields at once', () => {
    expect(
      parse({ reason: '', cluster: undefined, expiresAt: 'soon' }),
    ).toThrow(/cluster is missing; reason .*; expiresAt must/);
  });

  it('says of every field that must be there that it is missing', () => {
    expect(() => parseWaiverRequest({}, now)).toThrow(
      [
        'cluster is missing',
        'namespace is missing',
        'service is missing',
        'ruleId is missing',
        'reason is missing',
        'expiresAt is missing',
      ].join('; '),
    );
  });

  it.each([undefined, null, [], 'text', 7])('refuses %j as a whole', body => {
    expect(() => parseWaiverRequest(body, now)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('reads or refuses with an InputError, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            [...Object.keys(valid), 'owner'].map(key => [
              key,
              fc.oneof(fc.string(), fc.jsonValue()),
            ]),
          ),
        ),
        body => {
          const outcome = resultOrErrorName(() =>
            parseWaiverRequest({ ...valid, ...(body as object) }, now),
          );
          expect(typeof outcome === 'object' || outcome === 'InputError').toBe(
            true,
          );
        },
      ),
    );
  });
});

import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readConfig } from '../config/readConfig';
import { createCredential } from './createCredential';

function create(credential: JsonObject) {
  const { azure } = readConfig(
    new ConfigReader({ aksTraffic: { azure: { credential } } }),
  );
  return createCredential(azure!);
}

describe('createCredential', () => {
  it.each<JsonObject>([
    { kind: 'default' },
    { kind: 'managed-identity' },
    { kind: 'client-secret', tenantId: 't', clientId: 'c', clientSecret: 's' },
    {
      kind: 'workload-identity',
      tenantId: 't',
      clientId: 'c',
      tokenFilePath: '/run/token',
    },
  ])('makes one for %j', credential => {
    expect(create(credential)).toEqual(
      expect.objectContaining({ getToken: expect.any(Function) }),
    );
  });

  it('names the key of what the SDK refuses at once, and no secret', () => {
    expect(() =>
      create({
        kind: 'client-secret',
        tenantId: 'no tenant',
        clientId: 'c',
        clientSecret: 'hunter2',
      }),
    ).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          /^Invalid configuration at aksTraffic\.azure\.credential: (?!.*hunter2).*tenant/,
        ),
      }),
    );
  });
});

import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { readConfig } from './readConfig';

const text = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '..',
    'https://shop.example',
    'http://169.254.169.254',
    'group:default/platform',
    'user:x',
    '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/a',
    'app-routing-public',
    'client-secret',
    '\u001b[31m',
    'a\nb',
    '5m',
    'PT5M',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

const value = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(text, text, { maxKeys: 2, noNullPrototype: true }),
  fc.record(
    {
      name: text,
      url: text,
      kind: text,
      tenantId: text,
      clientId: text,
      clientSecret: text,
      serviceAccountToken: text,
      armId: text,
      enabled: fc.boolean(),
      subscriptions: fc.array(text, { maxLength: 2 }),
      readers: fc.array(text, { maxLength: 2 }),
      patterns: fc.array(fc.record({ pattern: text, approved: fc.boolean() }), {
        maxLength: 2,
      }),
      minutes: fc.integer(),
      cron: text,
      frequency: fc.oneof(text, fc.record({ minutes: fc.integer() })),
      timeout: fc.oneof(text, fc.record({ seconds: fc.integer() })),
      requestTimeout: fc.oneof(text, fc.record({ seconds: fc.integer() })),
      relistEvery: fc.oneof(text, fc.record({ minutes: fc.integer() })),
      retention: fc.oneof(text, fc.record({ days: fc.integer() })),
    },
    { requiredKeys: [] },
  ),
);

const keys = [
  'azure',
  'clusters',
  'inCluster',
  'kubernetes',
  'schedule',
  'staleAfter',
  'history',
  'severities',
  'notifications',
  'sensitiveValues',
  'goldenPath',
  'shards',
  'watch',
  '__proto__',
  'constructor',
];

const configuration = fc.dictionary(
  fc.oneof(fc.constantFrom(...keys), text),
  fc.oneof(value, fc.array(value, { maxLength: 2 })),
  { maxKeys: 4, noNullPrototype: true },
);

/** What was said against it, or that nothing was. */
function outcomeOf(aksTraffic: object): string {
  try {
    readConfig(new ConfigReader({ aksTraffic: aksTraffic as JsonObject }));
    return 'read';
  } catch (error) {
    return String(error);
  }
}

describe('readConfig, of any configuration,', () => {
  it('reads it or refuses it in words, and leaves JavaScript as it is', () => {
    fc.assert(
      fc.property(configuration, aksTraffic => {
        expect(outcomeOf(aksTraffic)).toMatch(/^(read$|InputError: )/);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { patterns, unknownRule } from 'backstage-plugin-aks-traffic-engine';
import { z } from 'zod';
import { isClusterName } from '../clusterName';

const text = z.string().trim().min(1, 'must not be empty');

const clusterName = text.refine(
  isClusterName,
  'must have 1 to 253 printable characters, and be neither . nor ..',
);

const httpsUrl = text.refine(isPlainHttpsUrl, {
  message:
    'must be an https address without credentials, query or fragment, such as https://host:443',
});

const armId = text.regex(
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.containerservice\/managedclusters\/[^/]+$/i,
  'must be the resource id of a managed cluster: /subscriptions/…/resourceGroups/…/providers/Microsoft.ContainerService/managedClusters/…',
);

// A line break would end the header that the token is sent in.
const token = text.regex(
  /^[\x21-\x7e]+$/,
  'must be a token: printable characters without spaces',
);

/** Read by another reader, such as Backstage's own for durations, or by a module; here it only has to be a known key. */
const elsewhere = z.unknown().optional();

const count = (maximum: number) => z.number().int().min(1).max(maximum);

const credential = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('default') }),
    z.strictObject({
      kind: z.literal('client-secret'),
      tenantId: text,
      clientId: text,
      clientSecret: text,
    }),
    z.strictObject({
      kind: z.literal('workload-identity'),
      tenantId: text.optional(),
      clientId: text.optional(),
      tokenFilePath: text.optional(),
    }),
    z.strictObject({
      kind: z.literal('managed-identity'),
      clientId: text.optional(),
    }),
  ],
  'must be default, client-secret, workload-identity or managed-identity',
);

const scope = z
  .strictObject({
    subscriptions: z
      .array(z.guid('must be the id of a subscription'))
      .min(1)
      .max(300, 'has more than 300 entries: name a management group instead')
      .optional(),
    managementGroups: z.array(text).min(1).max(10).optional(),
  })
  .refine(
    ({ subscriptions, managementGroups }) =>
      !(subscriptions && managementGroups),
    'must name either subscriptions or managementGroups, not both',
  );

const azure = z.strictObject({
  cloud: z.enum(['public', 'usgovernment', 'china']).default('public'),
  endpoints: z
    .strictObject({
      resourceManager: httpsUrl.optional(),
      authorityHost: httpsUrl.optional(),
      dangerouslyDisableInstanceDiscovery: z.boolean().default(false),
    })
    .prefault({}),
  credential: credential.default({ kind: 'default' }),
  scope: scope.prefault({}),
  allowPrivateApiServers: z.boolean().default(false),
  caFile: text.optional(),
  timeout: elsewhere,
});

const cluster = z
  .strictObject({
    name: clusterName,
    url: httpsUrl,
    caData: text.optional(),
    caFile: text.optional(),
    serviceAccountToken: token.optional(),
    tokenFile: text.optional(),
    armId: armId.optional(),
  })
  .refine(({ caData, caFile }) => !(caData && caFile), {
    path: ['caFile'],
    message: 'must not be given together with caData',
  })
  .refine(
    ({ serviceAccountToken, tokenFile }) =>
      (serviceAccountToken === undefined) !== (tokenFile === undefined),
    {
      path: ['serviceAccountToken'],
      message:
        'must be given, or tokenFile in its place, and not both: there is no other way to sign in to this cluster',
    },
  );

const severity = z.enum(['critical', 'high', 'medium', 'low', 'info']);

/** A misspelt rule would silently keep its severity. */
const severities = z
  .record(z.string(), severity)
  .superRefine((byRule, context) => {
    for (const id of Object.keys(byRule)) {
      const message = unknownRule(id);
      if (message !== undefined) {
        context.addIssue({ code: 'custom', path: [id], message });
      }
    }
  });

/** Reference of a user or group, in full and in lower case. */
const ownerRef = text.transform((value, context) => {
  try {
    const { kind, ...ref } = parseEntityRef(value);
    if (['user', 'group'].includes(kind.toLowerCase())) {
      return stringifyEntityRef({ kind, ...ref });
    }
  } catch {
    // Said below.
  }
  context.addIssue({
    code: 'custom',
    message:
      'must be the reference of a user or group, such as group:default/platform',
  });
  return z.NEVER;
});

const patternPolicy = z.strictObject({
  pattern: z.enum(patterns.map(({ id }) => id)),
  approved: z.boolean(),
  environments: z.array(text).min(1).optional(),
  clusters: z.array(text).min(1).optional(),
  reason: text.optional(),
});

/** Shape of `aksTraffic` in app-config. Unknown keys are refused, because a misspelt one is silently a default. */
export const configSchema = z.strictObject({
  azure: azure.optional(),
  clusters: z.array(cluster).default([]),
  inCluster: z
    .strictObject({ name: clusterName, armId: armId.optional() })
    .optional(),
  kubernetes: z
    .strictObject({
      requestTimeout: elsewhere,
      clusterTimeout: elsewhere,
      concurrency: count(200).default(10),
      requestsPerCluster: count(32).optional(),
      pageSize: z.number().int().min(10).max(5000).optional(),
      aadServerApplicationId: z
        .guid('must be an application id')
        .default('6dae42f8-4368-4678-94ff-3960e28e3630'),
    })
    .prefault({}),
  schedule: z
    .strictObject(
      {
        frequency: elsewhere,
        timeout: elsewhere,
        initialDelay: elsewhere,
        scope: elsewhere,
      },
      {
        error: ({ code }) =>
          code === 'invalid_type'
            ? 'must be an object with frequency and timeout, such as { frequency: { minutes: 5 }, timeout: { minutes: 10 } }'
            : undefined,
      },
    )
    .optional(),
  staleAfter: elsewhere,
  history: z.strictObject({ retention: elsewhere }).optional(),
  severities: severities.default({}),
  notifications: z
    .strictObject({ enabled: z.boolean().default(false) })
    .prefault({}),
  sensitiveValues: z
    .strictObject({ readers: z.array(ownerRef).default([]) })
    .prefault({}),
  goldenPath: z
    .strictObject({
      patterns: z.array(patternPolicy).default([]),
      // Read by the frontend.
      publish: elsewhere,
      migrationTemplate: elsewhere,
    })
    .prefault({}),
  kubernetesPlugin: elsewhere,
  shards: count(64).default(1),
  watch: z
    .strictObject({
      enabled: z.boolean().default(false),
      maxClusters: count(10_000).default(50),
      relistEvery: elsewhere,
    })
    .prefault({}),
});

export type RawConfig = z.output<typeof configSchema>;

function isPlainHttpsUrl(value: string): boolean {
  if (!URL.canParse(value)) {
    return false;
  }
  const url = new URL(value);
  return (
    url.protocol === 'https:' &&
    url.hostname !== '' &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash
  );
}

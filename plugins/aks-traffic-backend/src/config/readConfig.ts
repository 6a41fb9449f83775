import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { defaultReadLimits } from 'backstage-plugin-aks-traffic-node';
import { z } from 'zod';
import {
  AksTrafficConfig,
  AzureConfig,
  StaticClusterConfig,
} from './AksTrafficConfig';
import { azureClouds } from './azureClouds';
import { readPem, readPemFile } from './readPem';
import {
  readFreshFor,
  readLookTimeout,
  readRelistEvery,
  readRetention,
  readSchedule,
  readStaleAfter,
  readTimeout,
} from './readSchedule';
import { configSchema, RawConfig } from './schema';

/** How long sources of clusters beside Azure may take where the look has more time than that. */
const longestSourceMs = 60_000;

/**
 * Reads and checks everything under `aksTraffic`.
 *
 * @throws InputError that names the key and what is wrong with it; all structural problems at once.
 */
export function readConfig(config: Config): AksTrafficConfig {
  const parsed = configSchema.safeParse(config.getOptional('aksTraffic') ?? {});
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues.map(describeIssue).sort().join('; '),
    );
  }
  const raw = parsed.data;
  refuseEqualNames(raw);
  const schedule = readSchedule(config);
  const lookTimeoutMs = readLookTimeout(schedule);
  const relistEveryMs = readRelistEvery(config);
  return {
    ...(raw.azure && { azure: readAzure(config, raw.azure, lookTimeoutMs) }),
    clusters: raw.clusters.map(readCluster),
    ...(raw.inCluster && { inCluster: raw.inCluster }),
    kubernetes: readKubernetes(config, raw.kubernetes),
    schedule,
    sourceTimeoutMs: Math.min(longestSourceMs, lookTimeoutMs / 2),
    staleAfterMs: readStaleAfter(config, schedule),
    freshForMs: readFreshFor(schedule),
    keepHistoryForMs: readRetention(config),
    severities: raw.severities,
    notifyOwners: raw.notifications.enabled,
    sensitiveReaders: raw.sensitiveValues.readers,
    patternPolicy: raw.goldenPath.patterns,
    shards: raw.shards,
    ...(raw.watch.enabled && {
      watch: {
        maxClusters: raw.watch.maxClusters,
        relistEveryMs,
      },
    }),
  };
}

function readAzure(
  config: Config,
  raw: NonNullable<RawConfig['azure']>,
  lookTimeoutMs: number,
): AzureConfig {
  const key = 'aksTraffic.azure.timeout';
  const timeoutMs = readTimeout(config, key) ?? 120_000;
  if (timeoutMs >= lookTimeoutMs) {
    throw new InputError(
      `Invalid configuration at ${key}: must be shorter than aksTraffic.schedule.timeout, or clusters of which Azure knows nothing are not read either while it hangs: lengthen that, or shorten this`,
    );
  }
  const cloud = azureClouds[raw.cloud];
  const { endpoints } = raw;
  return {
    resourceManager: endpoints.resourceManager ?? cloud.resourceManager,
    resourceManagerScope: `${cloud.resourceManager}/.default`,
    authorityHost: endpoints.authorityHost ?? cloud.authorityHost,
    disableInstanceDiscovery: endpoints.dangerouslyDisableInstanceDiscovery,
    credential: raw.credential,
    scope: raw.scope,
    allowPrivateApiServers: raw.allowPrivateApiServers,
    ...(raw.caFile && {
      caData: readPemFile({
        key: 'aksTraffic.azure.caFile',
        path: raw.caFile,
      }),
    }),
    timeoutMs,
  };
}

function readCluster(
  raw: RawConfig['clusters'][number],
  index: number,
): StaticClusterConfig {
  const key = `aksTraffic.clusters[${index}]`;
  const { name, url, armId, caData, caFile } = raw;
  const ca =
    (caData && readPem({ key: `${key}.caData`, value: caData })) ??
    (caFile && readPemFile({ key: `${key}.caFile`, path: caFile }));
  return {
    name,
    url,
    ...(ca && { caData: ca }),
    token:
      raw.serviceAccountToken !== undefined
        ? { kind: 'value', value: raw.serviceAccountToken }
        : { kind: 'file', path: raw.tokenFile! },
    ...(armId && { armId }),
  };
}

function readKubernetes(
  config: Config,
  raw: RawConfig['kubernetes'],
): AksTrafficConfig['kubernetes'] {
  const key = 'aksTraffic.kubernetes';
  const limits = { ...defaultReadLimits };
  limits.requestTimeoutMs =
    readTimeout(config, `${key}.requestTimeout`) ?? limits.requestTimeoutMs;
  limits.clusterTimeoutMs =
    readTimeout(config, `${key}.clusterTimeout`) ?? limits.clusterTimeoutMs;
  limits.concurrency = raw.requestsPerCluster ?? limits.concurrency;
  limits.pageSize = raw.pageSize ?? limits.pageSize;
  return {
    limits,
    clustersAtOnce: raw.concurrency,
    aadServerApplicationId: raw.aadServerApplicationId,
  };
}

/** Two clusters of one name cannot be told apart in any answer. */
function refuseEqualNames({ clusters, inCluster }: RawConfig): void {
  const seen = new Set(inCluster ? [inCluster.name] : []);
  for (const [index, { name }] of clusters.entries()) {
    if (seen.has(name)) {
      throw new InputError(
        `Invalid configuration at aksTraffic.clusters[${index}].name: there is another cluster named ${JSON.stringify(
          name,
        )}`,
      );
    }
    seen.add(name);
  }
}

/** Says what is wrong and where, and never what was there: it may be a secret. */
function describeIssue(issue: z.core.$ZodIssue): string {
  let path = 'aksTraffic';
  for (const step of issue.path) {
    path += typeof step === 'number' ? `[${step}]` : `.${String(step)}`;
  }
  if (issue.code === 'unrecognized_keys') {
    return `Invalid configuration at ${path}: unknown key ${issue.keys
      .map(key => JSON.stringify(key))
      .join(', ')}`;
  }
  return issue.message.endsWith('received undefined')
    ? `Missing configuration at ${path}`
    : `Invalid configuration at ${path}: ${issue.message}`;
}

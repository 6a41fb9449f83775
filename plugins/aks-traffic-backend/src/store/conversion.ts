import { DbClusterRow, DbDiscoveryRow } from './tables';
import {
  KnownCluster,
  StoredCluster,
  StoredDiscovery,
  StoredSnapshot,
} from './types';

/** PostgreSQL refuses NUL in text. Bodies are JSON, which escapes it; only columns of names need this. */
export function toColumnText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}

/** The columns that discovery decides. */
export function toClusterColumns(
  cluster: KnownCluster,
): Pick<
  DbClusterRow,
  'source' | 'arm_id' | 'sku' | 'kubernetes_version' | 'location'
> {
  const optional = (text: string | undefined) =>
    text === undefined ? null : toColumnText(text);
  return {
    source: toColumnText(cluster.source),
    arm_id: optional(cluster.armId),
    sku: optional(cluster.sku),
    kubernetes_version: optional(cluster.kubernetesVersion),
    location: optional(cluster.location),
  };
}

/** The columns of {@link toSnapshot}. */
export const snapshotColumns = [
  'observed_at',
  'analysed_at',
  'coverage',
  'snapshot_gaps',
  'known_kinds',
] as const;

/** What a cluster row says about the snapshot that is served. */
export function toSnapshot(
  row: Pick<DbClusterRow, (typeof snapshotColumns)[number]>,
): StoredSnapshot | undefined {
  if (row.observed_at === null) {
    return undefined;
  }
  return {
    coverage: row.coverage === 'complete' ? 'complete' : 'partial',
    observedAt: row.observed_at,
    analysedAt: row.analysed_at ?? row.observed_at,
    gaps: JSON.parse(row.snapshot_gaps),
    knownKinds: JSON.parse(row.known_kinds),
  };
}

/** The columns of {@link toStoredCluster}: all that is small. */
export const clusterColumns = [
  'name',
  'source',
  'arm_id',
  'sku',
  'kubernetes_version',
  'location',
  'missing_since',
  'missing_reason',
  'attempted_at',
  'requested_at',
  'claimed_until',
  'failure_gaps',
  'service_count',
  'topic',
  ...snapshotColumns,
] as const;

/** A cluster row as the rest of the backend knows it. */
export function toStoredCluster(
  row: Pick<DbClusterRow, (typeof clusterColumns)[number]>,
): StoredCluster {
  return {
    name: row.name,
    source: row.source,
    armId: row.arm_id ?? undefined,
    sku: row.sku ?? undefined,
    kubernetesVersion: row.kubernetes_version ?? undefined,
    location: row.location ?? undefined,
    snapshot: toSnapshot(row),
    services: row.service_count,
    attemptedAt: row.attempted_at ?? undefined,
    requestedAt: row.requested_at ?? undefined,
    claimedUntil: row.claimed_until ?? undefined,
    failureGaps: JSON.parse(row.failure_gaps),
    topic: row.topic ?? undefined,
    missing:
      row.missing_since === null
        ? undefined
        : { since: row.missing_since, reason: row.missing_reason ?? '' },
  };
}

/** A discovery row as the rest of the backend knows it. */
export function toStoredDiscovery(row: DbDiscoveryRow): StoredDiscovery {
  return {
    revision: row.revision,
    takenAt: row.taken_at,
    complete: Boolean(row.complete),
    gaps: JSON.parse(row.gaps),
  };
}

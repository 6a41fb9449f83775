import { ConflictError } from '@backstage/errors';
import { randomBytes, randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { bucketOf } from '../../bucketOf';
import { toClusterColumns } from '../../conversion';
import { dayOf } from '../../days';
import { DbClusterRow, DbDiscoveryRow, DbLookRow } from '../../tables';
import { DiscoveryChange, DiscoveryRecord, SweepResult } from '../../types';
import { newRevision } from '../revision/newRevision';
import { deleteClusters } from '../snapshot/deleteClusters';
import { countSwept } from '../sweep/countSwept';
import { judgeMissingCluster } from './judgeMissingCluster';
import { discoveredColumns, saveListedCluster } from './saveListedCluster';

/** Subscription of a cluster that Azure listed, in lower case; another source lists its clusters whoever sees them. */
function subscriptionOf(
  row: Pick<DbClusterRow, 'source' | 'arm_id'>,
): string | undefined {
  return row.source === 'azure'
    ? row.arm_id
        ?.toLowerCase()
        .match(/^\/subscriptions\/([^/]+)\//)
        ?.at(1)
    : undefined;
}

/** Brings the list of clusters up to date, see the interface. */
export async function recordDiscovery(options: {
  tx: Knex.Transaction;
  record: DiscoveryRecord;
}): Promise<DiscoveryChange> {
  const { tx, record } = options;
  const takenAt = record.takenAt.toISOString();
  const day = dayOf(takenAt);

  if (record.look) {
    await endClaim({ tx, claim: record.look.token });
  }
  // Locked first, so that two discoveries at once follow each other, and in the order of names like every other
  // writer of several clusters, so that none waits for another in a circle.
  const previous = await tx<DbDiscoveryRow>('discoveries').forUpdate().first();
  const rows = await tx<DbClusterRow>('clusters')
    .select(...discoveredColumns)
    .orderBy('name')
    .forUpdate();
  const overtaken =
    previous && (await overtake({ tx, previous, now: record.takenAt }));
  const rowsByName = new Map(rows.map(row => [row.name, row]));
  const listed = new Set(record.clusters.map(cluster => cluster.name));

  const added: string[] = [];
  for (const cluster of record.clusters) {
    const row = rowsByName.get(cluster.name);
    if (row) {
      await saveListedCluster({ tx, row, cluster, day });
    } else {
      await tx<DbClusterRow>('clusters')
        .insert({
          name: cluster.name,
          bucket: bucketOf(cluster.name),
          failure_gaps: '[]',
          snapshot_gaps: '[]',
          known_kinds: '[]',
          service_count: 0,
          topic: randomBytes(9).toString('base64url'),
          ...toClusterColumns(cluster),
          ...newRevision(),
        })
        .onConflict('name')
        .ignore();
      added.push(cluster.name);
    }
  }

  const missing: string[] = [];
  const deleted: string[] = [];
  for (const row of rows.filter(({ name }) => !listed.has(name))) {
    const verdict = judgeMissingCluster({
      subscription: subscriptionOf(row),
      missingSince: row.missing_since ?? undefined,
      visibleSubscriptions: record.visibleSubscriptions,
      complete: record.complete,
      previousComplete: Boolean(previous?.complete),
      now: record.takenAt,
    });
    if (verdict.fate === 'delete') {
      deleted.push(row.name);
      continue;
    }
    missing.push(row.name);
    await tx<DbClusterRow>('clusters')
      .where({ name: row.name })
      .update({
        // What was missed while not everything could be seen does not count towards being gone.
        missing_since: record.complete ? row.missing_since ?? takenAt : takenAt,
        missing_reason: verdict.reason,
        requested_at: null,
        ...newRevision(),
      });
  }
  await deleteClusters({ tx, clusters: deleted, day });

  const revision = randomUUID();
  await tx<DbDiscoveryRow>('discoveries')
    .insert({
      id: 1,
      revision,
      taken_at: takenAt,
      began_at: record.look?.beganAt.toISOString() ?? null,
      swept_at: null,
      complete: record.complete,
      gaps: JSON.stringify(record.gaps),
    })
    .onConflict('id')
    .merge();
  return { revision, added, missing, deleted, overtaken };
}

/** Lets the next look be taken, once what this one saw is stored. */
async function endClaim(options: {
  tx: Knex.Transaction;
  claim: string;
}): Promise<void> {
  const { tx, claim } = options;
  const ended = await tx<DbLookRow>('looks')
    .where({ claim })
    .update({ claim: null, claimed_until: null });
  if (ended === 0) {
    throw new ConflictError(
      'The look for clusters took longer than its claim, and another replica looks instead',
    );
  }
}

/** What became of the sweep before, if it has not ended. */
async function overtake(options: {
  tx: Knex.Transaction;
  previous: DbDiscoveryRow;
  now: Date;
}): Promise<SweepResult | undefined> {
  const { tx, previous, now } = options;
  const { revision, began_at: beganAt, swept_at: sweptAt } = previous;
  return beganAt === null || sweptAt !== null
    ? undefined
    : {
        revision,
        beganAt,
        endedAt: now.toISOString(),
        ...(await countSwept({ tx, revision, now })),
      };
}

import { Knex } from 'knex';
import { DbClusterRow, DbWatchReplicaRow, DbWatchRow } from '../../tables';
import { WatchTurn, WatchTurnResult } from '../../watchTypes';
import { chunksOf } from '../chunksOf';
import { databaseTime, isoAfter } from '../databaseTime';
import { releaseWatches } from './releaseWatches';

const overLimitGap =
  'As many clusters as aksTraffic.watch.maxClusters allows are watched already.';

interface Candidate {
  cluster: string;
  /** Absent while nobody has it. */
  holder?: string;
  gap?: string;
}

/** Gives a replica its part of the clusters, see the interface. */
export async function takeTurn(
  options: WatchTurn & { tx: Knex.Transaction },
): Promise<WatchTurnResult> {
  const { tx, replica, leaseMs, most, unwatchable } = options;
  const moment = await databaseTime(tx);
  const now = moment.toISOString();
  const until = isoAfter(moment, leaseMs);
  const replicas = await countReplicas({ tx, replica, now, until });
  const readable = await listCandidates({ tx, replica, now });
  const candidates = readable.filter(
    ({ cluster }) => !unwatchable.has(cluster),
  );

  const share = Math.min(most, Math.ceil(candidates.length / replicas));
  const kept = candidates
    .filter(({ holder }) => holder === replica)
    .slice(0, share)
    .map(({ cluster }) => cluster);
  await releaseWatches({ tx, replica, except: new Set(kept) });
  for (const clusters of chunksOf(kept)) {
    await tx<DbWatchRow>('watches')
      .where({ replica })
      .whereIn('cluster', clusters)
      .update({ held_until: until });
  }

  const free = candidates.filter(({ holder }) => holder === undefined);
  const wanted = free.slice(0, share - kept.length);
  const taken: string[] = [];
  for (const { cluster } of wanted) {
    if (await take({ tx, cluster, replica, now, until })) {
      taken.push(cluster);
    }
  }

  // Less than the replica may have is left for others to take.
  const overLimit = share < most ? [] : free.slice(wanted.length);
  for (const { cluster } of overLimit.filter(({ gap }) => gap === undefined)) {
    await tellGap({ tx, cluster, gap: overLimitGap, now });
  }
  for (const { cluster, gap: known } of readable) {
    const gap = unwatchable.get(cluster);
    if (gap !== undefined && gap !== known) {
      await tellGap({ tx, cluster, gap, now });
    }
  }
  return {
    held: [...kept, ...taken],
    taken,
    overLimit: overLimit.length,
  };
}

async function countReplicas(options: {
  tx: Knex.Transaction;
  replica: string;
  now: string;
  until: string;
}): Promise<number> {
  const { tx, replica, now, until } = options;
  const replicas = () => tx<DbWatchReplicaRow>('watch_replicas');
  await replicas()
    .insert({ id: replica, alive_until: until })
    .onConflict('id')
    .merge();
  await replicas().where('alive_until', '<=', now).delete();
  const [{ count }] = await replicas().count({ count: '*' });
  return Number(count);
}

/** The clusters that are watched or could be, in an order that is the same for all replicas. */
async function listCandidates(options: {
  tx: Knex.Transaction;
  replica: string;
  now: string;
}): Promise<Candidate[]> {
  const { tx, replica, now } = options;
  const rows: {
    name: string;
    replica: string | null;
    held_until: string | null;
    gap: string | null;
  }[] = await tx<DbClusterRow>('clusters')
    .leftJoin('watches', 'watches.cluster', 'clusters.name')
    .whereNull('missing_since')
    .where(either =>
      either.where('held_until', '>', now).orWhere(free =>
        free
          .whereNotNull('observed_at')
          .where('failure_gaps', '[]')
          .where(due =>
            due.whereNull('retry_at').orWhere('retry_at', '<=', now),
          ),
      ),
    )
    .select('name', 'replica', 'held_until', 'gap')
    .orderBy(['bucket', 'name']);
  return rows.map(row => {
    // What has lapsed and was not taken by another is still one's own.
    const isHeld =
      row.held_until !== null &&
      (row.held_until > now || row.replica === replica);
    return {
      cluster: row.name,
      holder: isHeld ? row.replica ?? undefined : undefined,
      gap: row.gap ?? undefined,
    };
  });
}

/** Says why a cluster that nobody has is not watched. */
async function tellGap(options: {
  tx: Knex.Transaction;
  cluster: string;
  gap: string;
  now: string;
}): Promise<void> {
  const { tx, cluster, gap, now } = options;
  await whereFree(
    tx<DbWatchRow>('watches')
      .insert({ cluster, gap })
      .onConflict('cluster')
      .merge({ gap }),
    now,
  );
}

async function take(options: {
  tx: Knex.Transaction;
  cluster: string;
  replica: string;
  now: string;
  until: string;
}): Promise<boolean> {
  const { tx, cluster, replica, now, until } = options;
  const columns = {
    replica,
    held_until: until,
    watched_since: null,
    gap: null,
    retry_at: null,
  };
  const rows = await whereFree(
    tx<DbWatchRow>('watches')
      .insert({ cluster, ...columns })
      .onConflict('cluster')
      .merge(columns),
    now,
  ).returning('cluster');
  return rows.length > 0;
}

/** Another replica may take a cluster at the same moment. */
function whereFree(query: Knex.QueryBuilder, now: string): Knex.QueryBuilder {
  return query.where((free: Knex.QueryBuilder) =>
    free
      .whereNull('watches.held_until')
      .orWhere('watches.held_until', '<=', now),
  );
}

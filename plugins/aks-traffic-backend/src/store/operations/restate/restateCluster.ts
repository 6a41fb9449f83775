import {
  restateFindings,
  RestateOptions,
} from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { dayOf } from '../../days';
import { DbClusterRow } from '../../tables';
import { readClusterTraffic } from '../query/readClusterTraffic';
import { newRevision } from '../revision/newRevision';
import { saveVerdicts } from '../snapshot/saveVerdicts';
import { restateOrphans } from './restateOrphans';
import { restateServices } from './restateServices';

/** States the verdicts on a cluster as they stand on a day, see the interface. */
export async function restateCluster(
  options: RestateOptions & { tx: Knex.Transaction; cluster: string },
): Promise<boolean> {
  const { tx, cluster, now } = options;
  const day = dayOf(now);
  // Locked first, so that a new snapshot of the cluster follows or is followed.
  const row = await tx<DbClusterRow>('clusters')
    .select('traffic_hash', 'targets_hash')
    .where({ name: cluster })
    .where('judged_on', '<', day)
    .forUpdate()
    .first();
  if (!row) {
    return false;
  }
  const verdicts = await restateVerdicts({ ...options, stored: row });
  const services = await restateServices(options);
  const orphans = await restateOrphans(options);
  const changed = verdicts !== undefined || services || orphans;
  await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .update({ judged_on: day, ...verdicts, ...(changed && newRevision()) });
  return changed;
}

async function restateVerdicts(
  options: RestateOptions & {
    tx: Knex.Transaction;
    cluster: string;
    stored: Pick<DbClusterRow, 'traffic_hash' | 'targets_hash'>;
  },
): ReturnType<typeof saveVerdicts> {
  const { tx, cluster, stored } = options;
  const known = await readClusterTraffic({ tx, clusters: [cluster] });
  const traffic = known.get(cluster);
  if (!traffic) {
    return undefined;
  }
  const findings = restateFindings(traffic.findings, options);
  return findings === traffic.findings
    ? undefined
    : saveVerdicts({ tx, cluster, stored, traffic: { ...traffic, findings } });
}

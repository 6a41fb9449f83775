import { ClusterTraffic } from 'backstage-plugin-aks-traffic-common';
import {
  restateFindings,
  RestateOptions,
} from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { dayOf } from '../../days';
import { digest } from '../../digest';
import { DbClusterRow } from '../../tables';
import { newRevision } from '../revision/newRevision';
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
    .select('body')
    .where({ name: cluster })
    .where('judged_on', '<', day)
    .forUpdate()
    .first();
  if (!row) {
    return false;
  }
  const body = restateBody(row.body, options);
  const services = await restateServices(options);
  const orphans = await restateOrphans(options);
  const changed = body !== undefined || services || orphans;
  await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .update({ judged_on: day, ...body, ...(changed && newRevision()) });
  return changed;
}

function restateBody(
  body: string | null,
  options: RestateOptions,
): Pick<DbClusterRow, 'body' | 'body_hash'> | undefined {
  const traffic: ClusterTraffic | null = JSON.parse(body ?? 'null');
  const findings = traffic && restateFindings(traffic.findings, options);
  if (traffic === null || findings === traffic.findings) {
    return undefined;
  }
  const restated = { ...traffic, findings };
  return { body_hash: digest(restated), body: JSON.stringify(restated) };
}

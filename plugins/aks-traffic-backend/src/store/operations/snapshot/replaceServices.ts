import { ServiceSubject } from 'backstage-plugin-aks-traffic-engine';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { toColumnText } from '../../conversion';
import { digest } from '../../digest';
import { DbServiceLabelRow, DbServiceRow } from '../../tables';
import { RowCounts } from '../../types';
import { chunksOf } from '../chunksOf';
import { toLabelRows } from './toLabelRows';

/** Digest that stands for one Service of one cluster. */
function serviceId(
  cluster: string,
  { namespace, service }: { namespace: string; service: string },
): string {
  return digest([cluster, namespace, service]);
}

function toServiceRow(options: {
  id: string;
  cluster: string;
  service: ServiceTraffic;
  labelSets: Record<string, string>[];
}): DbServiceRow {
  const { id, cluster, service, labelSets } = options;
  const systems = new Set(service.entryPoints.map(({ system }) => system));
  return {
    id,
    cluster,
    namespace: toColumnText(service.namespace),
    service: toColumnText(service.service),
    exposure: service.exposure,
    risk: service.risk,
    systems: JSON.stringify([...systems].sort()),
    content_hash: digest([service, labelSets]),
    label_sets: JSON.stringify(labelSets),
    body: JSON.stringify(service),
  };
}

/** Makes the Services of a cluster those given; rows whose content is the same are left alone. */
export async function replaceServices(options: {
  tx: Knex.Transaction;
  cluster: string;
  services: ServiceTraffic[];
  subjects: ServiceSubject[];
}): Promise<RowCounts> {
  const { tx, cluster } = options;
  const labelSetsById = new Map(
    options.subjects.map(subject => [
      serviceId(cluster, subject),
      subject.labelSets,
    ]),
  );
  const stored = new Map(
    (
      await tx<DbServiceRow>('services')
        .where({ cluster })
        .select('id', 'content_hash')
    ).map(row => [row.id, row.content_hash]),
  );

  // A map, because a list that changed while it was paged can name one Service twice.
  const changed = new Map<string, DbServiceRow>();
  const outdated = new Set(stored.keys());
  for (const service of options.services) {
    const id = serviceId(cluster, service);
    const labelSets = labelSetsById.get(id) ?? [];
    const row = toServiceRow({ id, cluster, service, labelSets });
    changed.delete(id);
    if (stored.get(id) === row.content_hash) {
      outdated.delete(id);
    } else {
      changed.set(id, row);
    }
  }

  for (const ids of chunksOf([...outdated])) {
    await tx<DbServiceLabelRow>('service_labels')
      .whereIn('service_id', ids)
      .delete();
    await tx<DbServiceRow>('services').whereIn('id', ids).delete();
  }
  const rows = [...changed.values()];
  await tx.batchInsert('services', rows, 100);
  await tx.batchInsert('service_labels', rows.flatMap(toLabelRows), 300);

  const rewritten = rows.filter(({ id }) => stored.has(id)).length;
  return {
    written: rows.length,
    deleted: outdated.size - rewritten,
    unchanged: stored.size - outdated.size,
  };
}

import {
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { ServiceSubject } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { EntityIndex } from '../../../link/EntityIndex';
import { toColumnText } from '../../conversion';
import { dayOf } from '../../days';
import { serviceId } from '../../serviceId';
import { DbServiceLabelRow, DbServiceRow } from '../../tables';
import { RowCounts } from '../../types';
import { chunksOf } from '../chunksOf';
import { ChangedService, replaceListRows } from '../list/replaceListRows';
import { retireListRows } from '../list/retireListRows';
import { applyWaivers } from '../waivers/applyWaivers';
import { contentHash } from './contentHash';
import { toLabelRows } from './toLabelRows';

function toServiceRow(
  cluster: string,
  changed: ChangedService & { hash: string },
): DbServiceRow {
  const { id, service, assessment, labelSets } = changed;
  return {
    id,
    cluster,
    namespace: toColumnText(service.namespace),
    service: toColumnText(service.service),
    content_hash: changed.hash,
    label_sets: JSON.stringify(labelSets),
    read_whole: changed.readWhole,
    body: JSON.stringify(service),
    assessment: assessment ? JSON.stringify(assessment) : null,
  };
}

/** Makes the Services of a cluster those given; rows whose content is the same are left alone. */
export async function replaceServices(options: {
  tx: Knex.Transaction;
  cluster: string;
  services: ServiceTraffic[];
  subjects: ServiceSubject[];
  assessments: ServiceAssessment[];
  entities: EntityIndex;
  /** Whether Services that are not among those given are gone. */
  whole: boolean;
  /** Time of the reading. */
  now: Date;
}): Promise<RowCounts & { kept: number }> {
  const { tx, cluster, entities, now } = options;
  const day = dayOf(now);
  const byId = <T extends { namespace: string; service: string }>(items: T[]) =>
    new Map(
      items.map(item => [
        serviceId({
          cluster,
          namespace: item.namespace,
          service: item.service,
        }),
        item,
      ]),
    );
  const subjects = byId(options.subjects);
  const assessments = byId(options.assessments);
  const stored = new Map(
    (
      await tx<DbServiceRow>('services')
        .where({ cluster })
        .select('id', 'content_hash')
    ).map(row => [row.id, row.content_hash]),
  );

  // By id, because a list that changed while it was paged can name one Service twice.
  const changed = new Map<string, ChangedService & { hash: string }>();
  const given = byId(options.services);
  for (const [id, service] of given) {
    const listed = {
      id,
      service,
      assessment: assessments.get(id),
      labelSets: subjects.get(id)?.labelSets ?? [],
      readWhole: subjects.get(id)?.readWhole ?? false,
    };
    const hash = contentHash(listed);
    if (stored.get(id) !== hash) {
      changed.set(id, { ...listed, hash });
    }
  }

  const others = [...stored.keys()].filter(id => !given.has(id));
  const gone = options.whole ? others : [];
  const outdated = [
    ...gone,
    ...[...changed.keys()].filter(id => stored.has(id)),
  ];
  for (const ids of chunksOf(outdated)) {
    await tx<DbServiceLabelRow>('service_labels')
      .whereIn('service_id', ids)
      .delete();
    await tx<DbServiceRow>('services').whereIn('id', ids).delete();
  }
  const services = [...changed.values()];
  const rows = services.map(each => toServiceRow(cluster, each));
  await tx.batchInsert('services', rows, 100);
  await tx.batchInsert('service_labels', rows.flatMap(toLabelRows), 300);
  await replaceListRows({ tx, cluster, services, entities, day });
  await applyWaivers({ tx, serviceIds: [...changed.keys()], now });
  await retireListRows({ tx, ids: gone, day });

  return {
    written: rows.length,
    deleted: gone.length,
    unchanged: stored.size - outdated.length,
    kept: others.length - gone.length,
  };
}

import {
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import {
  restateAssessment,
  RestateOptions,
  restateService,
} from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { riskColumns, scoreColumns } from '../../orders';
import { DbServiceListRow, DbServiceRow } from '../../tables';
import { contentHash } from '../snapshot/contentHash';
import { applyWaivers } from '../waivers/applyWaivers';

/** Verdicts read per statement: they are documents of several kilobytes. */
const pageSize = 200;

/**
 * States the verdicts on the Services of a cluster, and what lists say of them, as they stand on a day. The cluster must
 * be locked.
 *
 * @returns whether that changed anything.
 */
export async function restateServices(
  options: RestateOptions & { tx: Knex.Transaction; cluster: string },
): Promise<boolean> {
  const { tx, cluster, now } = options;
  const changed: string[] = [];
  let page: DbServiceRow[] = [];
  do {
    page = await tx<DbServiceRow>('services')
      .where({ cluster })
      .where('id', '>', page.at(-1)?.id ?? '')
      .orderBy('id')
      .limit(pageSize);
    for (const row of page) {
      if (await restateRow(row, options)) {
        changed.push(row.id);
      }
    }
  } while (page.length === pageSize);
  await applyWaivers({ tx, serviceIds: changed, now });
  return changed.length > 0;
}

async function restateRow(
  row: DbServiceRow,
  options: RestateOptions & { tx: Knex.Transaction },
): Promise<boolean> {
  const { tx } = options;
  const { id } = row;
  const before: ServiceTraffic = JSON.parse(row.body);
  const judged: ServiceAssessment | null = JSON.parse(row.assessment ?? 'null');
  const readWhole = Boolean(row.read_whole);
  const service = restateService(before, { ...options, readWhole });
  const assessment = judged
    ? restateAssessment(judged, options.now)
    : undefined;
  if (service === before && assessment === (judged ?? undefined)) {
    return false;
  }
  await tx<DbServiceRow>('services')
    .where({ id })
    .update({
      // So that a reading of the day finds its verdict there already.
      content_hash: contentHash({
        service,
        assessment,
        labelSets: JSON.parse(row.label_sets),
        readWhole,
      }),
      body: JSON.stringify(service),
      ...(assessment && { assessment: JSON.stringify(assessment) }),
    });
  await tx<DbServiceListRow>('service_list')
    .where({ service_id: id })
    .update({
      ...riskColumns(service.risk),
      ...scoreColumns(assessment?.score),
    });
  return true;
}

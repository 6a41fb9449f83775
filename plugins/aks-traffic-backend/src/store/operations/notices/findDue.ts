import {
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { DueService, Notice } from '../../noticeTypes';
import {
  DbCatalogEntityRow,
  DbNoticeRow,
  DbServiceListRow,
  DbServiceRow,
} from '../../tables';
import { readClaimOwners } from '../list/readClaimOwners';
import { readWaiversOf } from '../waivers/readWaiversOf';

type DueRow = Pick<
  DbServiceListRow,
  'service_id' | 'cluster' | 'owner' | 'retirements'
> &
  Pick<DbServiceRow, 'body' | 'assessment'> &
  Pick<DbCatalogEntityRow, 'ref' | 'title'> & {
    told_owner: DbNoticeRow['owner'] | null;
    told_retirements: DbNoticeRow['retirements'] | null;
    stages: DbNoticeRow['stages'] | null;
    next_on: DbNoticeRow['next_on'] | null;
  };

/** Finds owned Services at risk that have to be looked at, see the interface. */
export async function findDue(options: {
  tx: Knex;
  today: string;
  limit: number;
  after: string;
}): Promise<DueService[]> {
  const { tx, today, limit, after } = options;
  const rows: DueRow[] = await tx('service_list as list')
    .join('catalog_entities as entity', 'entity.id', 'list.entity_id')
    .join('services as service', 'service.id', 'list.service_id')
    .leftJoin('notices as told', 'told.service_id', 'list.service_id')
    .select('list.service_id', 'list.cluster', 'list.owner', 'list.retirements')
    .select('service.body', 'service.assessment', 'entity.ref', 'entity.title')
    .select({ told_owner: 'told.owner', told_retirements: 'told.retirements' })
    .select('told.stages', 'told.next_on')
    .where('list.rank', 0)
    .where('list.state', 'at-risk')
    .whereNull('list.gone_on')
    .whereNot('list.owner', '')
    .where('list.service_id', '>', after)
    .where(news =>
      news
        .whereNull('told.service_id')
        .orWhere('told.next_on', '<=', today)
        .orWhereRaw('told.retirements <> list.retirements')
        .orWhereRaw('told.owner <> list.owner'),
    )
    .orderBy('list.service_id')
    .limit(limit);
  const serviceIds = rows.map(({ service_id }) => service_id);
  const waivers = await readWaiversOf({ tx, serviceIds });
  const owners = await readClaimOwners({ tx, serviceIds });
  return rows.map(row => {
    const { namespace, service, findings }: ServiceTraffic = JSON.parse(
      row.body,
    );
    const assessment: ServiceAssessment | null = JSON.parse(
      row.assessment ?? 'null',
    );
    const { cluster } = row;
    return {
      serviceId: row.service_id,
      cluster,
      namespace,
      service,
      findings,
      listedRetirements: row.retirements,
      retirements: assessment?.retirements ?? [],
      waivers: waivers.filter(
        waiver =>
          waiver.cluster === cluster &&
          waiver.namespace === namespace &&
          waiver.service === service,
      ),
      entityRef: row.ref,
      ...(row.title !== null && { entityTitle: row.title }),
      owner: row.owner,
      owners: owners.get(row.service_id) ?? [],
      notice: toNotice(row),
    };
  });
}

function toNotice(row: DueRow): Notice | undefined {
  return row.told_owner === null
    ? undefined
    : {
        serviceId: row.service_id,
        owner: row.told_owner,
        retirements: row.told_retirements ?? '',
        stages: JSON.parse(row.stages ?? '{}'),
        nextOn: row.next_on ?? '',
      };
}

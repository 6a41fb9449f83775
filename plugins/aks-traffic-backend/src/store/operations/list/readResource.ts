import { Knex } from 'knex';
import { ServiceResource } from '../../../permissions/serviceResource';
import { serviceId } from '../../serviceId';
import { DbCatalogEntityRow, DbServiceListRow } from '../../tables';

/** Reads what permission rules look at of a Service; `undefined` when there is no such Service. */
export async function readResource(
  options: Pick<ServiceResource, 'cluster' | 'namespace' | 'service'> & {
    tx: Knex;
  },
): Promise<ServiceResource | undefined> {
  const { tx, cluster, namespace, service } = options;
  const rows: (Pick<DbServiceListRow, 'owner'> & {
    ref: DbCatalogEntityRow['ref'] | null;
  })[] = await tx('service_list as list')
    .leftJoin('catalog_entities as entity', 'entity.id', 'list.entity_id')
    .select('list.owner', 'entity.ref')
    .where('list.service_id', serviceId(options))
    .whereNull('list.gone_on');
  return rows.length === 0
    ? undefined
    : {
        cluster,
        namespace,
        service,
        entities: rows.flatMap(({ ref }) => ref ?? []),
        owners: rows.map(({ owner }) => owner).filter(owner => owner !== ''),
      };
}

import { LinkableEntity } from '../../../link/EntityIndex';
import { toColumnText } from '../../conversion';
import { orderColumns } from '../../orderColumns';
import { DbServiceListRow } from '../../tables';

/** A Service by its names. */
export type NamedService = Pick<
  DbServiceListRow,
  'service_id' | 'cluster' | 'namespace' | 'service'
>;

/** The columns that the entity of a row decides. */
export type ClaimColumns = Pick<
  DbServiceListRow,
  | 'rank'
  | 'name_order'
  | 'cluster_order'
  | 'entity_id'
  | 'owner'
  | 'catalog_system'
  | 'search'
>;

/** The rows of one Service, as far as entities decide them: one for each that claims it, one when none does. */
export function toClaimColumns(
  service: NamedService,
  entities: readonly LinkableEntity[],
): ClaimColumns[] {
  const claims = entities.length > 0 ? entities : [undefined];
  return claims.map((entity, rank) => ({
    rank,
    ...orderColumns({ ...service, id: service.service_id, rank }),
    entity_id: entity?.id ?? null,
    owner: entity?.owner ?? '',
    catalog_system: entity?.catalogSystem ?? '',
    search: searchText([
      service.service,
      service.namespace,
      service.cluster,
      entity?.ref,
      entity?.title,
      entity?.owner,
      entity?.catalogSystem,
    ]),
  }));
}

function searchText(names: readonly (string | undefined)[]): string {
  return toColumnText(
    names
      .filter(name => name)
      .join('\n')
      .toLowerCase(),
  );
}

import { ArmResource, SimulatedEstate } from '../../estate/types';
import { RESOURCE_COLUMNS } from '../schema';
import { emptyOf, Row, Table, Value } from '../values';

/** Rows with the subscription they belong to; management groups belong to none. */
export interface ScopedRow {
  subscriptionId?: string;
  row: Row;
}

export type EstateTables = ReadonlyMap<string, ScopedRow[]>;

/** Resource Graph's tables over an estate. */
export function createEstateTables(estate: SimulatedEstate): EstateTables {
  return new Map([
    ['resources', estate.resources.map(toScopedRow)],
    [
      'resourcecontainers',
      [
        ...managementGroups(estate),
        ...subscriptions(estate),
        ...resourceGroups(estate),
      ].map(toScopedRow),
    ],
  ]);
}

/** A table as far as the subscriptions in scope reach; tables that exist and have nothing in them are empty. */
export function selectRows(
  tables: EstateTables,
  name: string,
  subscriptionIds: ReadonlySet<string>,
): Table {
  const rows = (tables.get(name) ?? []).filter(
    ({ subscriptionId }) =>
      subscriptionId === undefined || subscriptionIds.has(subscriptionId),
  );
  return { columns: [...RESOURCE_COLUMNS], rows: rows.map(({ row }) => row) };
}

/** Resource Graph lower-cases types, locations and the names of resource groups, and leaves ids as they are. */
function toScopedRow(resource: Partial<ArmResource>): ScopedRow {
  const fields = new Map<string, Value>(
    Object.entries({
      ...resource,
      type: resource.type?.toLowerCase(),
      location: resource.location?.toLowerCase(),
      resourceGroup: resource.resourceGroup?.toLowerCase(),
    }) as [string, Value][],
  );
  return {
    subscriptionId: resource.subscriptionId,
    row: RESOURCE_COLUMNS.map(
      ({ name, type }) => fields.get(name) ?? emptyOf(type),
    ),
  };
}

function managementGroups(estate: SimulatedEstate): Partial<ArmResource>[] {
  return Object.keys(estate.managementGroups).map(name => ({
    id: `/providers/Microsoft.Management/managementGroups/${name}`,
    name,
    type: 'microsoft.management/managementgroups',
    tenantId: estate.tenantId,
    properties: { displayName: name, tenantId: estate.tenantId },
  }));
}

function subscriptions(estate: SimulatedEstate): Partial<ArmResource>[] {
  return estate.subscriptions.map(({ id, name }) => ({
    id: `/subscriptions/${id}`,
    name,
    type: 'microsoft.resources/subscriptions',
    tenantId: estate.tenantId,
    subscriptionId: id,
    properties: {
      state: 'Enabled',
      managementGroupAncestorsChain: Object.entries(estate.managementGroups)
        .filter(([, members]) => members.includes(id))
        .map(([group]) => ({ name: group, displayName: group })),
    },
  }));
}

function resourceGroups(estate: SimulatedEstate): Partial<ArmResource>[] {
  const groups = new Map<string, Partial<ArmResource>>();
  for (const resource of estate.resources) {
    const { subscriptionId, resourceGroup, location } = resource;
    const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
    if (!groups.has(id.toLowerCase())) {
      groups.set(id.toLowerCase(), {
        id,
        name: resourceGroup,
        type: 'microsoft.resources/subscriptions/resourcegroups',
        tenantId: estate.tenantId,
        subscriptionId,
        resourceGroup,
        location,
        properties: { provisioningState: 'Succeeded' },
      });
    }
  }
  return [...groups.values()];
}

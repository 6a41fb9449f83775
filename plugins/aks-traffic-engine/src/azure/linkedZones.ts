import { FactTables } from './FactTables';
import { PrivateDnsZone } from './facts';
import { groupBy } from './groupBy';
import { optionalArmKey } from './lookupKeys';

/** Private DNS zones with the networks that rows of links tie them to. */
export function linkedZones(tables: FactTables): PrivateDnsZone[] {
  const links = groupBy(tables.privateDnsZoneLinks.values(), link => [
    optionalArmKey(link.zoneId),
  ]);
  return [...tables.privateDnsZones].map(([key, zone]) => ({
    ...zone,
    linkedVirtualNetworkIds: (links.get(key) ?? []).flatMap(
      link => link.virtualNetworkId ?? [],
    ),
  }));
}

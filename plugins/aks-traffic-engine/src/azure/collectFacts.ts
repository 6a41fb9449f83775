import { Estate, ResourceRow } from '../model/estate';
import { property } from '../objects/field';
import { armKey } from './armId';
import { distinctRows } from './distinctRows';
import { emptyFactTables, FactTables } from './FactTables';
import { Subnet } from './facts';
import { parseApplicationGateway } from './parse/parseApplicationGateway';
import { parseFirewallPolicyRules } from './parse/parseDestinationNat';
import { parseFirewall, parseVirtualHub } from './parse/parseFirewall';
import {
  parseFrontDoorClassic,
  parseFrontDoorOrigin,
  parseFrontDoorProfile,
} from './parse/parseFrontDoor';
import { parseLoadBalancer } from './parse/parseLoadBalancer';
import { parseManagedCluster } from './parse/parseManagedCluster';
import {
  parsePrivateDnsZoneLink,
  parsePrivateEndpoint,
  parsePrivateLinkService,
} from './parse/parsePrivateLink';
import {
  parseNatGateway,
  parsePublicIp,
  parsePublicIpPrefix,
} from './parse/parsePublicAddresses';
import { parseResource } from './parse/parseResource';
import { parseRouteTable } from './parse/parseRouteTable';
import {
  parseTrafficController,
  parseTrafficControllerAssociation,
  parseTrafficControllerFrontend,
} from './parse/parseTrafficController';
import {
  parseInlineSubnets,
  parseSubnet,
  parseVirtualNetwork,
} from './parse/parseVirtualNetwork';
import { RowShapeError } from './rowFields';

type Reader = (tables: FactTables, key: string, row: ResourceRow) => void;

/** How each type of row becomes facts. Rows of other types are not needed. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    'microsoft.containerservice/managedclusters',
    (tables, key, row) => tables.clusters.set(key, parseManagedCluster(row)),
  ],
  [
    'microsoft.network/virtualnetworks',
    (tables, key, row) => {
      const subnets = parseInlineSubnets(row);
      tables.virtualNetworks.set(key, parseVirtualNetwork(row));
      for (const subnet of subnets) {
        addSubnet(tables, subnet);
      }
    },
  ],
  [
    'microsoft.network/virtualnetworks/subnets',
    (tables, _key, row) => addSubnet(tables, parseSubnet(row)),
  ],
  [
    'microsoft.network/routetables',
    (tables, key, row) => tables.routeTables.set(key, parseRouteTable(row)),
  ],
  [
    'microsoft.network/natgateways',
    (tables, key, row) => tables.natGateways.set(key, parseNatGateway(row)),
  ],
  [
    'microsoft.network/publicipaddresses',
    (tables, key, row) => tables.publicIps.set(key, parsePublicIp(row)),
  ],
  [
    'microsoft.network/publicipprefixes',
    (tables, key, row) =>
      tables.publicIpPrefixes.set(key, parsePublicIpPrefix(row)),
  ],
  [
    'microsoft.network/loadbalancers',
    (tables, key, row) => tables.loadBalancers.set(key, parseLoadBalancer(row)),
  ],
  [
    'microsoft.network/azurefirewalls',
    (tables, key, row) => tables.firewalls.set(key, parseFirewall(row)),
  ],
  [
    'microsoft.network/firewallpolicies/rulecollectiongroups',
    (tables, key, row) =>
      tables.firewallPolicyRules.set(key, parseFirewallPolicyRules(row)),
  ],
  [
    'microsoft.network/virtualhubs',
    (tables, key, row) => tables.virtualHubs.set(key, parseVirtualHub(row)),
  ],
  [
    'microsoft.network/applicationgateways',
    (tables, key, row) =>
      tables.applicationGateways.set(key, parseApplicationGateway(row)),
  ],
  [
    'microsoft.servicenetworking/trafficcontrollers',
    (tables, key, row) =>
      tables.trafficControllers.set(key, parseTrafficController(row)),
  ],
  [
    'microsoft.servicenetworking/trafficcontrollers/frontends',
    (tables, key, row) =>
      tables.trafficControllerFrontends.set(
        key,
        parseTrafficControllerFrontend(row),
      ),
  ],
  [
    'microsoft.servicenetworking/trafficcontrollers/associations',
    (tables, key, row) =>
      tables.trafficControllerAssociations.set(
        key,
        parseTrafficControllerAssociation(row),
      ),
  ],
  [
    'microsoft.network/privatelinkservices',
    (tables, key, row) =>
      tables.privateLinkServices.set(key, parsePrivateLinkService(row)),
  ],
  [
    'microsoft.network/privateendpoints',
    (tables, key, row) =>
      tables.privateEndpoints.set(key, parsePrivateEndpoint(row)),
  ],
  [
    'microsoft.network/privatednszones',
    (tables, key, row) => tables.privateDnsZones.set(key, parseResource(row)),
  ],
  [
    'microsoft.network/privatednszones/virtualnetworklinks',
    (tables, key, row) =>
      tables.privateDnsZoneLinks.set(key, parsePrivateDnsZoneLink(row)),
  ],
  [
    'microsoft.cdn/profiles',
    (tables, key, row) =>
      tables.frontDoorProfiles.set(key, parseFrontDoorProfile(row)),
  ],
  [
    'microsoft.cdn/profiles/origingroups/origins',
    (tables, key, row) =>
      tables.frontDoorOrigins.set(key, parseFrontDoorOrigin(row)),
  ],
  [
    'microsoft.network/frontdoors',
    (tables, key, row) =>
      tables.frontDoorClassics.set(key, parseFrontDoorClassic(row)),
  ],
]);

/** More than this many rows of the wrong shape are counted instead of named. */
const namedRows = 20;

/** Reads all rows of an estate that the engine has a use for, and says which could not be read. */
export function collectFacts(estate: Estate): {
  tables: FactTables;
  gaps: string[];
  /** The types that the estate says were read whole, without those of which a row could not be used. */
  readTypes: string[];
} {
  const distinct = distinctRows(estate.rows);
  const tables = emptyFactTables();
  const problems: string[] = [];
  const doubtfulTypes = new Set<string>();
  for (const { key, type, row } of distinct.rows) {
    const reader = readers.get(type);
    if (reader !== undefined) {
      const problem = tryReading(() => reader(tables, key, row), row);
      if (problem !== undefined) {
        doubtfulTypes.add(type);
        problems.push(
          `Azure row ${row.id.slice(0, 300)} was skipped: ${problem}`,
        );
      }
    }
  }
  const unnamed = problems.length - namedRows;
  return {
    tables,
    readTypes:
      distinct.gaps.length > 0
        ? []
        : estate.readTypes.filter(
            type => !doubtfulTypes.has(type.toLowerCase()),
          ),
    gaps: [
      ...estate.gaps,
      ...distinct.gaps,
      ...problems.slice(0, namedRows),
      ...(unnamed > 0
        ? [`${unnamed} more Azure rows were skipped because of their shape`]
        : []),
    ],
  };
}

function tryReading(read: () => void, row: ResourceRow): string | undefined {
  const properties = property(row, 'properties');
  if (
    typeof properties !== 'object' ||
    properties === null ||
    Array.isArray(properties)
  ) {
    return 'it has no properties';
  }
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof RowShapeError) {
      return error.message;
    }
    throw error;
  }
}

/**
 * A subnet can be told twice: inside of its network's row and by a row of its own. Rows come in the order of ids, so
 * the subnet's own comes later; it wins where it says something.
 */
function addSubnet(tables: FactTables, subnet: Subnet): void {
  const key = armKey(subnet.armId);
  const said = Object.entries(subnet).filter(
    ([, value]) =>
      value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  tables.subnets.set(key, {
    ...(tables.subnets.get(key) ?? subnet),
    ...Object.fromEntries(said),
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** A query that is shipped as a file, and the resource types it brings whole when it completes. */
export interface EstateQuery {
  /** Name of the file in `queries/`, without its ending. */
  name: string;
  types: string[];
  /**
   * Types of resources that exist only below others and that Resource Graph may not index: their absence says
   * something only where there is no parent, or where there are others of them. Child type to parent type.
   */
  uncertain?: Record<string, string>;
}

/** Every query of one look at Azure, however many clusters there are. */
export const estateQueries: readonly EstateQuery[] = [
  {
    name: 'managed-clusters',
    types: ['microsoft.containerservice/managedclusters'],
  },
  { name: 'virtual-networks', types: ['microsoft.network/virtualnetworks'] },
  { name: 'subnets', types: ['microsoft.network/virtualnetworks/subnets'] },
  {
    name: 'egress',
    types: [
      'microsoft.network/routetables',
      'microsoft.network/natgateways',
      'microsoft.network/publicipaddresses',
      'microsoft.network/publicipprefixes',
      'microsoft.network/azurefirewalls',
      'microsoft.network/virtualhubs',
    ],
  },
  {
    name: 'firewall-rules',
    types: [
      'microsoft.network/firewallpolicies',
      'microsoft.network/firewallpolicies/rulecollectiongroups',
    ],
    uncertain: {
      'microsoft.network/firewallpolicies/rulecollectiongroups':
        'microsoft.network/firewallpolicies',
    },
  },
  { name: 'load-balancers', types: ['microsoft.network/loadbalancers'] },
  {
    name: 'private-link',
    types: [
      'microsoft.network/privatelinkservices',
      'microsoft.network/privateendpoints',
      'microsoft.network/privatednszones',
      'microsoft.network/privatednszones/virtualnetworklinks',
    ],
  },
  {
    name: 'application-delivery',
    types: [
      'microsoft.network/applicationgateways',
      'microsoft.network/frontdoors',
      'microsoft.servicenetworking/trafficcontrollers',
      'microsoft.servicenetworking/trafficcontrollers/frontends',
      'microsoft.servicenetworking/trafficcontrollers/associations',
      'microsoft.cdn/profiles',
      'microsoft.cdn/profiles/origingroups/origins',
    ],
    uncertain: {
      'microsoft.servicenetworking/trafficcontrollers/frontends':
        'microsoft.servicenetworking/trafficcontrollers',
      'microsoft.servicenetworking/trafficcontrollers/associations':
        'microsoft.servicenetworking/trafficcontrollers',
      'microsoft.cdn/profiles/origingroups/origins': 'microsoft.cdn/profiles',
    },
  },
];

/** The query for the subscriptions that can be seen. */
export const subscriptionsQuery = 'subscriptions';

/** Reads the text of a shipped query. */
export function readQuery(name: string): string {
  return readFileSync(
    join(
      resolvePackagePath('backstage-plugin-aks-traffic-backend', 'queries'),
      `${name}.kql`,
    ),
    'utf8',
  );
}

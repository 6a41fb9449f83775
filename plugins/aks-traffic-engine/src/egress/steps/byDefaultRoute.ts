import { EgressHop, Evidence } from 'backstage-plugin-aks-traffic-common';
import { armName } from '../../azure/armId';
import { RouteTable } from '../../azure/facts';
import { armEvidence } from '../../objects/evidence';
import { outboundAddresses } from '../outboundAddresses';
import { PoolContext, StepResult, unknownEnd } from '../PoolContext';
import { DefaultRoute, findDefaultRoute } from './findDefaultRoute';
import { matchFirewall } from './matchFirewall';
import { possibleLearnedRoute } from './possibleLearnedRoute';

/** A route table's default route wins over everything that Azure would do by itself. */
export function byDefaultRoute(context: PoolContext): StepResult {
  const { azure, subnet } = context;
  if (subnet.routeTableId === undefined) {
    return {
      evidence: [
        armEvidence({
          armId: subnet.armId,
          field: 'properties.routeTable.id',
          value: undefined,
          meaning: 'No route table changes where traffic of this subnet goes',
        }),
        ...possibleLearnedRoute(context, undefined),
      ],
    };
  }
  const table = azure.routeTable(subnet.routeTableId);
  const hop = routeTableHop(subnet.routeTableId);
  const attached = armEvidence({
    armId: subnet.armId,
    field: 'properties.routeTable.id',
    value: subnet.routeTableId,
    meaning: 'This route table decides where traffic of the subnet goes',
  });
  if (table === undefined) {
    return {
      end: unknownEnd([hop]),
      evidence: [
        attached,
        armEvidence({
          armId: subnet.routeTableId,
          field: 'properties.routes',
          value: undefined,
          meaning:
            'No row of the route table was read, so a default route cannot be ruled out: give the identity Reader on it',
        }),
      ],
    };
  }
  const route = findDefaultRoute(table);
  if (route === undefined) {
    return {
      evidence: [
        attached,
        armEvidence({
          armId: table.armId,
          field: 'properties.routes',
          value: table.routes.map(entry => entry.addressPrefix).join(', '),
          meaning:
            'No route is for 0.0.0.0/0, so internet traffic keeps its way',
        }),
        ...possibleLearnedRoute(context, table),
      ],
    };
  }
  if (route === 'conflict') {
    return {
      end: unknownEnd([hop]),
      evidence: [
        attached,
        armEvidence({
          armId: table.armId,
          field: 'properties.routes',
          value: '0.0.0.0/1 and 128.0.0.0/1',
          meaning:
            'The two halves of the internet leave by different hops: which way a connection takes depends on its destination',
        }),
      ],
    };
  }
  const followed = followRoute({ context, table, route, hop });
  return { ...followed, evidence: [attached, ...followed.evidence] };
}

function followRoute(options: {
  context: PoolContext;
  table: RouteTable;
  route: DefaultRoute;
  hop: EgressHop;
}): StepResult {
  const { context, route, hop } = options;
  switch (route.nextHopType.toLowerCase()) {
    case 'virtualappliance':
      return toAppliance(options);
    case 'virtualnetworkgateway':
      return {
        end: {
          kind: 'virtual-network-gateway',
          hops: [
            hop,
            {
              kind: 'virtual-network-gateway',
              name: 'virtual network gateway',
            },
          ],
          publicIps: [],
        },
        evidence: [
          routeEvidence(
            options,
            'Internet traffic is tunnelled to another network, which decides how it goes on',
          ),
        ],
      };
    case 'none':
      return {
        end: { kind: 'no-internet', hops: [hop], publicIps: [] },
        evidence: [routeEvidence(options, 'Internet traffic is dropped')],
      };
    case 'internet':
      return {
        evidence: [
          routeEvidence(
            options,
            context.subnet.defaultOutboundAccess === false
              ? 'Sends traffic to the internet directly, which private subnets are said not to allow'
              : "Sends traffic to the internet by the subnet's own way out",
          ),
        ],
      };
    default:
      return {
        end: unknownEnd([hop]),
        evidence: [
          routeEvidence(
            options,
            'What becomes of internet traffic at this kind of hop is not known',
          ),
        ],
      };
  }
}

function toAppliance(options: {
  context: PoolContext;
  table: RouteTable;
  route: DefaultRoute;
  hop: EgressHop;
}): StepResult {
  const { context, route, hop } = options;
  const address = route.nextHopIpAddress ?? '';
  const matched = matchFirewall({ ...context, address });
  const evidence: Evidence[] = [
    routeEvidence(options, 'Internet traffic is sent to an appliance'),
    ...matched.evidence,
  ];
  if (matched.firewall === undefined) {
    if (!context.azure.isReadWhole('microsoft.network/azurefirewalls')) {
      evidence.push(
        armEvidence({
          armId: options.table.armId,
          field: 'properties.routes[].properties.nextHopIpAddress',
          value: address,
          meaning:
            'No Azure Firewall with this address was read; not all firewalls were, so it may still be one',
        }),
      );
    }
    return {
      end: {
        kind: 'network-virtual-appliance',
        hops: [hop, applianceHop(context, address)],
        publicIps: [],
      },
      evidence,
    };
  }
  const { firewall } = matched;
  const addresses = outboundAddresses(context.azure, firewall.publicIpIds);
  if (firewall.publicAddresses.length > 0) {
    evidence.push(
      armEvidence({
        armId: firewall.armId,
        field: 'properties.hubIPAddresses.publicIPs.addresses',
        value: firewall.publicAddresses.join(', '),
        meaning: 'Traffic that leaves here has these source addresses',
      }),
    );
  }
  return {
    end: {
      kind: 'azure-firewall',
      hops: [
        hop,
        {
          kind: 'azure-firewall',
          name: firewall.name,
          armId: firewall.armId,
        },
      ],
      publicIps: [...addresses.publicIps, ...firewall.publicAddresses],
    },
    evidence: [...evidence, ...addresses.evidence],
  };
}

/** Appliances usually stand behind an internal load balancer, which then is the only thing with a name. */
function applianceHop(context: PoolContext, address: string): EgressHop {
  const frontends = context.azure.loadBalancerFrontends(address);
  const [frontend] = frontends;
  return frontends.length === 1
    ? {
        kind: 'network-virtual-appliance',
        name: `${address} (${frontend.loadBalancerName})`,
        armId: frontend.loadBalancerId,
      }
    : { kind: 'network-virtual-appliance', name: address || '(no address)' };
}

function routeTableHop(armId: string): EgressHop {
  return { kind: 'route-table', name: armName(armId), armId };
}

function routeEvidence(
  options: { table: RouteTable; route: DefaultRoute },
  meaning: string,
): Evidence {
  const { table, route } = options;
  const via =
    route.nextHopIpAddress === undefined ? '' : ` ${route.nextHopIpAddress}`;
  return armEvidence({
    armId: table.armId,
    field: `properties.routes[${route.name}]`,
    value: `${route.addressPrefix} to ${route.nextHopType}${via}`,
    meaning,
  });
}

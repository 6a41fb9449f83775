import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence } from '../../objects/evidence';
import { combineReach, plainReach, Reach } from '../Reach';
import { applicationGatewayForwards } from './applicationGatewayForwards';
import { firewallForwards } from './firewallForwards';
import { networksOfAddress, relationTo } from './networksOfAddress';

/** Types of resources that can make a private address reachable from further away. */
const forwarderTypes = [
  'microsoft.network/applicationgateways',
  'microsoft.network/azurefirewalls',
  'microsoft.network/privatelinkservices',
];

/**
 * What stands in front of private addresses and passes traffic from the internet on to them. While rows that could
 * tell were not read, how far away the addresses can be reached from is unknown; files are judged by what they say.
 */
export function forwardedReach(
  context: ResolveContext,
  addresses: readonly string[],
): Reach | undefined {
  const { armId, index, managedCluster } = context;
  if (armId === undefined && managedCluster === undefined) {
    return undefined;
  }
  const found = addresses.flatMap(address => [
    ...applicationGatewayForwards(context, address),
    ...firewallForwards(context, address),
  ]);
  const reaches = [
    ...found,
    ...(index.origin === 'api' ? [unreadForwarders(context, addresses)] : []),
    ...addresses.map(address =>
      plainReach('cluster-only', unreadRules(context, address)),
    ),
  ].filter(each => each !== undefined);
  return reaches.length > 0 ? combineReach(reaches) : undefined;
}

function unreadForwarders(
  context: ResolveContext,
  addresses: readonly string[],
): Reach | undefined {
  const { armId, azure, managedCluster } = context;
  const networks = addresses.flatMap(address =>
    networksOfAddress(context, address),
  );
  const unread = forwarderTypes.filter(
    type => !azure.isReadWholeAround(type, networks),
  );
  const cluster = managedCluster?.armId ?? armId;
  return unread.length === 0 || cluster === undefined
    ? undefined
    : plainReach('unknown', [
        armEvidence({
          armId: cluster,
          field: `(resources of type ${unread.join(', ')})`,
          value: undefined,
          meaning:
            'Not all of these were read: one that passes traffic from the internet on to the address would make it public.',
        }),
      ]);
}

/** Rules of firewall policies are not to be had from Resource Graph for certain, so this stays a remark. */
function unreadRules(context: ResolveContext, address: string): Evidence[] {
  return context.azure.forwarders.firewallsWithUnreadRules
    .filter(
      firewall =>
        firewall.publicIpIds.length + firewall.publicAddresses.length > 0 &&
        relationTo(context, address, firewall) === 'connected',
    )
    .map(({ armId, name, policyId }) =>
      armEvidence({
        armId,
        field: 'properties.firewallPolicy.id',
        value: policyId,
        meaning: `The rules of this policy were not read: whether Azure Firewall ${name} passes traffic from the internet on to the address is not known.`,
      }),
    );
}

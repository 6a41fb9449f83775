import { FirewallForward } from '../../azure/Forwarders';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence } from '../../objects/evidence';
import { addressScope } from '../addressScope';
import { plainReach, Reach } from '../Reach';
import { relationTo } from './networksOfAddress';

/** What rules of Azure Firewalls that pass traffic on add to a private address that is their target. */
export function firewallForwards(
  context: ResolveContext,
  address: string,
): Reach[] {
  return context.azure.forwarders
    .firewallRulesTo(address)
    .flatMap(each => forward(context, address, each) ?? []);
}

function forward(
  context: ResolveContext,
  address: string,
  { firewall, rule, armId }: FirewallForward,
): Reach | undefined {
  const { destinations, sources } = rule;
  const open = destinations.filter(each => addressScope(each) !== 'internal');
  const relation = relationTo(context, address, firewall);
  if ((destinations.length > 0 && open.length === 0) || relation === 'apart') {
    return undefined;
  }
  const evidence = [
    armEvidence({
      armId,
      field: `rules[${rule.name}].translatedAddress`,
      value: address,
      meaning:
        relation === 'connected'
          ? `Azure Firewall ${firewall.name} passes traffic from the internet on to this address.`
          : `Azure Firewall ${firewall.name} passes traffic from the internet on to such an address; whether its network reaches this one is not known.`,
    }),
    armEvidence({
      armId,
      field: `rules[${rule.name}].sourceAddresses`,
      value: sources.join(', ') || undefined,
      meaning: isForEverybody(sources)
        ? 'The rule is for everybody.'
        : 'The rule is for these sources only.',
    }),
  ];
  return relation === 'connected'
    ? {
        ...plainReach('public', evidence),
        addresses: open.filter(each => addressScope(each) === 'public'),
        capabilities: {
          firewallInFront: firewall.name,
          ...(!isForEverybody(sources) && {
            forwardedSources: sources.join(', ') || 'groups named by the rule',
          }),
        },
      }
    : plainReach('unknown', evidence);
}

function isForEverybody(sources: readonly string[]): boolean {
  return sources.some(source => source === '*' || source === '0.0.0.0/0');
}

import { ResourceRow } from '../../model/estate';
import { DestinationNat, FirewallPolicyRules } from '../facts';
import { rowList, rowText, rowTextList } from '../rowFields';
import { parseResource } from './parseResource';

/** The rules of a list that pass traffic on; all others have no translated target. */
export function parseDestinationNat(
  rules: readonly unknown[],
): DestinationNat[] {
  return rules.flatMap(rule => {
    const target =
      rowText(rule, 'translatedAddress') ?? rowText(rule, 'translatedFqdn');
    return target === undefined
      ? []
      : {
          name: rowText(rule, 'name') ?? '',
          target,
          destinations: rowTextList(rule, 'destinationAddresses'),
          sources: rowTextList(rule, 'sourceAddresses'),
        };
  });
}

/** Reads a row of type `microsoft.network/firewallpolicies/rulecollectiongroups`. */
export function parseFirewallPolicyRules(
  row: ResourceRow,
): FirewallPolicyRules {
  return {
    ...parseResource(row),
    policyId: /^.*\/firewallPolicies\/[^/]+/i.exec(row.id)?.[0],
    destinationNat: parseDestinationNat(
      rowList(row.properties, 'ruleCollections').flatMap(collection =>
        rowList(collection, 'rules'),
      ),
    ),
  };
}

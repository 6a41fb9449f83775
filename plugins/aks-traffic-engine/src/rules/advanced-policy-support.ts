import { KubernetesObject } from '../model/observation';
import { armEvidence, objectEvidence } from '../objects/evidence';
import { field, listField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { referenceOf } from '../objects/metadata';
import { createRule } from './createRule';
import { clusterName, listed, nameOf } from './messageText';

type Feature = 'FQDN' | 'L7';

/** Cilium policies that need a feature which the cluster has not. */
export const advancedPolicySupport = createRule(
  {
    id: 'advanced-policy-support',
    description:
      'Cilium policies decide by host name or by request, and the cluster does not have what carries such policies out.',
    remediation: {
      summary:
        'Switch on Advanced Container Networking Services for the policies, or write them without.',
      actions: [
        'Enable Advanced Container Networking Services with advanced network policies FQDN, or L7 for rules on requests.',
        'Or replace toFQDNs by address ranges, and rules on requests by ports.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      const network = managedCluster?.network;
      // A Cilium of one's own brings the features by itself.
      if (!managedCluster || network?.dataplane?.toLowerCase() !== 'cilium') {
        return;
      }
      const available = network.advancedNetworkPolicies?.toUpperCase();
      const lacking = [
        ...input.index.list(kinds.ciliumNetworkPolicy),
        ...input.index.list(kinds.ciliumClusterwideNetworkPolicy),
      ].flatMap(policy => {
        const needed = neededBy(policy).filter(
          feature => available !== 'L7' && available !== feature,
        );
        return needed.length > 0 ? { policy, needed } : [];
      });
      if (lacking.length > 0) {
        yield {
          situation: 'found',
          subject: { armId: managedCluster.armId },
          message: `Policies of cluster ${clusterName(
            input,
          )} decide by host name or request (${listed(
            lacking.map(({ policy }) => nameOf(referenceOf(policy))),
          )}), and advanced network policies are not on for that: the traffic they are to let through is blocked. Switch the feature on, or write them without.`,
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field:
                'properties.networkProfile.advancedNetworking.security.advancedNetworkPolicies',
              value: network.advancedNetworkPolicies,
              meaning:
                'What the cluster carries out beyond addresses and ports',
            }),
            ...lacking.map(({ policy, needed }) =>
              objectEvidence({
                object: policy,
                field: needed.includes('FQDN')
                  ? 'spec.egress[].toFQDNs'
                  : 'spec.*[].toPorts[].rules',
                value: needed.join(', '),
                meaning: 'The features this policy needs',
              }),
            ),
          ],
        };
      }
    },
  },
);

function neededBy(policy: KubernetesObject): Feature[] {
  const rules = [field(policy, 'spec'), ...listField(policy, 'specs')];
  const entries = rules.flatMap(rule =>
    ['ingress', 'egress'].flatMap(direction => [...listField(rule, direction)]),
  );
  const byName = entries.some(entry => listField(entry, 'toFQDNs').length > 0);
  // Looking at DNS requests is a part of rules by host name.
  const byRequest = entries.some(entry =>
    listField(entry, 'toPorts').some(port =>
      ['http', 'kafka', 'l7'].some(
        protocol => field(port, `rules.${protocol}`) !== undefined,
      ),
    ),
  );
  return [
    ...(byName ? ['FQDN' as const] : []),
    ...(byRequest ? ['L7' as const] : []),
  ];
}

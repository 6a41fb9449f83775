import { groupBy } from '../azure/groupBy';
import { policyEngine } from '../eastWest/policyEngine';
import { ServiceDraft } from '../model/draft';
import { AssessmentInput } from '../model/stages';
import { absent, armEvidence, objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { createRule } from './createRule';
import { isGatewayService } from './gateways/gatewayWorkloads';
import { isSystemNamespace } from './gateways/isManagedByAzure';
import { clusterName, listed } from './messageText';
import { serviceReference } from './serviceReference';

/** Clusters without a policy engine, and namespaces whose pods anybody in the cluster may call. */
export const networkPolicyCoverage = createRule(
  {
    id: 'network-policy-coverage',
    description:
      'Network policies are not enforced, or pods of a namespace are not denied by default what no policy allows.',
    remediation: {
      summary: 'Enforce policies, and deny by default in each namespace.',
      actions: [
        'Update the cluster to network data plane and policy engine cilium.',
        'Add a NetworkPolicy with an empty podSelector and policyTypes Ingress and Egress to each namespace.',
        'Then allow what is needed: the gateway, named callers, DNS, named targets.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster, services } = input.draft;
      if (hasNoEngine(input) && managedCluster) {
        yield {
          situation: 'no-engine',
          subject: { armId: managedCluster.armId },
          message: `Nothing enforces network policies in cluster ${clusterName(
            input,
          )}: every pod may call every other, whatever policies say. Set a policy engine.`,
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.networkProfile.networkPolicy',
              value: managedCluster.network.policy,
              meaning: 'No policy engine is set, and none was found running',
            }),
          ],
        };
        return;
      }
      const byNamespace = groupBy(
        services.filter(
          service => concerns(service) && !isGatewayService(service, input),
        ),
        ({ namespace }) => [namespace],
      );
      for (const [namespace, members] of byNamespace) {
        const open = members.filter(
          service => openDirections(service).length > 0,
        );
        if (open.length === 0) {
          continue;
        }
        const directions = [...new Set(open.flatMap(openDirections))].sort();
        yield {
          situation: directions.includes('ingress') ? 'open' : 'egress-open',
          subject: { apiVersion: 'v1', kind: 'Namespace', name: namespace },
          message: `Pods of namespace ${namespace} are not denied by default what no policy allows, for ${listed(
            directions,
          )}. Add a policy that denies by default, and allow what is needed.`,
          evidence: open.map(service =>
            objectEvidence({
              object: serviceReference(service),
              field: 'network policies of its pods',
              value:
                service.eastWest.networkPolicy === 'none'
                  ? absent
                  : service.eastWest.networkPolicy,
              meaning: `Not denied by default: ${listed(
                openDirections(service),
              )}`,
            }),
          ),
        };
      }
    },
    *service(service, input) {
      if (
        service.eastWest.networkPolicy === 'not enforced' &&
        hasNoEngine(input)
      ) {
        yield {
          situation: 'not-enforced',
          subject: serviceReference(service),
          message:
            'Network policies are written for the pods of this Service, and nothing enforces them: what they deny is let through. Set a policy engine for the cluster.',
          evidence: [
            objectEvidence({
              object: serviceReference(service),
              field: 'network policies of its pods',
              value: 'not enforced',
              meaning: 'Policies select the pods; the cluster has no engine',
            }),
          ],
        };
      }
    },
    leavesOpen: (service, input) =>
      hasNoEngine(input) &&
      service.workloads.length > 0 &&
      !input.index.provesAbsence(kinds.networkPolicy),
  },
);

function hasNoEngine({ draft, index }: AssessmentInput): boolean {
  return policyEngine(index, draft.managedCluster) === 'none';
}

/** Only texts that say what is: with `unknown` in them nothing is known to be open. */
function concerns({ namespace, eastWest }: ServiceDraft): boolean {
  return (
    !isSystemNamespace(namespace) &&
    !eastWest.networkPolicy.includes('unknown') &&
    eastWest.networkPolicy !== 'not enforced'
  );
}

function openDirections({ eastWest }: ServiceDraft): string[] {
  return ['egress', 'ingress'].filter(
    direction => !eastWest.networkPolicy.includes(direction),
  );
}

import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ApplicationGateway } from '../azure/facts';
import { AssessmentInput } from '../model/stages';
import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { entryPointsBySystem, SystemEntry } from './entryPointsBySystem';
import { clusterName, nameOf } from './messageText';
import { reportRetirement } from './reportRetirement';

/** Application gateways of the first generation behind the Application Gateway Ingress Controller. */
export const applicationGatewayV1Retirement = createRule(
  {
    id: 'application-gateway-v1-retirement',
    description:
      'Application Gateway v1 is retired: gateways of that generation are stopped, and deleted later.',
    retirement: 'RET-APPGW-V1',
    remediation: {
      summary:
        'Move to Application Gateway v2, or better to its successor for containers.',
      actions: [
        'Create an Application Gateway for Containers, or a gateway of tier Standard_v2 or WAF_v2, beside the old one.',
        'Point the ingress controller or the routes at the new gateway and check certificates and firewall rules there.',
        'Move the DNS record, then delete the old gateway.',
      ],
    },
  },
  {
    systems: new Set(['application-gateway-ingress-controller']),
    *cluster(input) {
      for (const gateway of gatewaysOf(input).filter(isFirstGeneration)) {
        yield reportRetirement({
          id: 'RET-APPGW-V1',
          now: input.now,
          subject: { armId: gateway.armId },
          evidence: [tierEvidence(gateway)],
          message: clause =>
            `Cluster ${clusterName(input)} uses application gateway ${
              gateway.name
            } of tier ${
              gateway.tier
            }, and ${clause}: such gateways are stopped and then deleted. Move to v2 or to Application Gateway for Containers.`,
        });
      }
    },
    *service(service, input) {
      const entries = entryPointsBySystem(
        service,
        'application-gateway-ingress-controller',
      );
      for (const entry of entries) {
        const gateway = gatewayOf(entry, input);
        if (gateway !== undefined && isFirstGeneration(gateway)) {
          yield reportRetirement({
            id: 'RET-APPGW-V1',
            now: input.now,
            subject: entry.resource,
            evidence: [...entry.evidence, tierEvidence(gateway)],
            message: clause =>
              `${nameOf(entry.resource)} is served by application gateway ${
                gateway.name
              } of tier ${
                gateway.tier
              }, and ${clause}: such gateways are stopped and then deleted. Move to v2 or to Application Gateway for Containers.`,
          });
        }
      }
    },
  },
);

function gatewaysOf({
  azure,
  draft,
}: AssessmentInput): readonly ApplicationGateway[] {
  return draft.managedCluster
    ? azure.applicationGatewaysOf(draft.managedCluster)
    : [];
}

/** The gateway at one of the addresses; else the cluster's, if there is only one. */
function gatewayOf(
  entry: SystemEntry,
  input: AssessmentInput,
): ApplicationGateway | undefined {
  for (const address of entry.addresses) {
    const gateway = input.azure.applicationGatewayByAddress(address);
    if (gateway !== undefined) {
      return gateway;
    }
  }
  const gateways = gatewaysOf(input);
  return gateways.length === 1 ? gateways[0] : undefined;
}

function isFirstGeneration({ tier }: ApplicationGateway): boolean {
  return tier !== undefined && /^(standard|waf)$/i.test(tier);
}

function tierEvidence(gateway: ApplicationGateway): Evidence {
  return armEvidence({
    armId: gateway.armId,
    field: 'properties.sku.tier',
    value: gateway.tier,
    meaning: 'The gateway is of the first generation',
  });
}

import ipaddr from 'ipaddr.js';
import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ManagedCluster, Subnet } from '../../azure/facts';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { applicationGatewayForContainers } from '../../systems/application-gateway-for-containers/applicationGatewayForContainers';
import { ClusterFacts } from '../ClusterFacts';
import { requirement } from '../requirement';
import { albDelegation, albPrefixLength } from '../targetFacts';
import { ClusterRequirement } from './Requirement';

const isAutomatic = (managedCluster: ManagedCluster | undefined) =>
  managedCluster?.sku?.toLowerCase() === 'automatic';

/** The controller that turns routes into configuration of Application Gateway for Containers. */
export const albController: ClusterRequirement = facts => {
  const { managedCluster, controllers, context } = facts;
  const running = controllers.find(
    ({ definition, workload }) =>
      definition === applicationGatewayForContainers && workload !== undefined,
  );
  const byAddon = managedCluster?.applicationLoadBalancerAddon === true;
  const met =
    running !== undefined || byAddon ? true : notRunning(context.workloads);
  return requirement({
    id: 'alb-controller',
    met,
    message: `Needs the ALB Controller, ${
      met === 'unknown'
        ? 'of which nothing was read'
        : `which ${met ? 'the cluster has' : 'does not run in the cluster'}`
    }.`,
    remedy: isAutomatic(managedCluster)
      ? 'Enable the add-on, the only way on AKS Automatic, which was in preview in August 2026: az aks update --enable-application-load-balancer.'
      : 'Install it with its Helm chart, or enable the add-on, which was in preview in August 2026.',
    evidence: running?.evidence ?? addonEvidence(managedCluster, met),
    source: 'albAddon',
  });
};

function notRunning({
  readWhole,
}: ClusterFacts['context']['workloads']): false | 'unknown' {
  return readWhole ? false : 'unknown';
}

function addonEvidence(
  managedCluster: ManagedCluster | undefined,
  met: boolean | 'unknown',
): Evidence[] {
  if (managedCluster !== undefined) {
    const value = managedCluster.applicationLoadBalancerAddon;
    return [
      armEvidence({
        armId: managedCluster.armId,
        field: 'properties.ingressProfile.applicationLoadBalancer.enabled',
        value,
        meaning:
          value === true
            ? 'The add-on that runs the controller is on.'
            : 'The row does not say that the add-on is on; it need not, while the add-on is in preview.',
      }),
    ];
  }
  return met === 'unknown'
    ? []
    : [
        objectEvidence({
          object: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            namespace: 'azure-alb-system',
            name: 'alb-controller',
          },
          field: 'metadata.name',
          value: undefined,
          meaning: 'No workload of the cluster is the controller.',
        }),
      ];
}

/** It reaches pods directly, which takes a network that Azure knows. */
export const albNetworkPlugin: ClusterRequirement = ({ managedCluster }) => {
  const plugin = managedCluster?.network.plugin;
  const met =
    plugin === undefined ? 'unknown' : plugin.toLowerCase() === 'azure';
  return requirement({
    id: 'network-plugin',
    met,
    message: `Needs Azure CNI, with or without overlay; ${
      plugin === undefined
        ? "the cluster's network plugin was not read"
        : `the cluster's network plugin is ${plugin}`
    }.`,
    evidence:
      managedCluster === undefined || plugin === undefined
        ? []
        : [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.networkProfile.networkPlugin',
              value: plugin,
              meaning: 'The network plugin of the cluster',
            }),
          ],
    source: 'albNetworking',
  });
};

/** The subnet that Azure puts the gateway into. The add-on makes one of its own. */
export const albSubnet: ClusterRequirement = ({ managedCluster, context }) => {
  const id = 'delegated-subnet';
  const source = 'albNetworking';
  const needs = `Needs a subnet of /${albPrefixLength} that is delegated to ${albDelegation}`;
  if (managedCluster?.applicationLoadBalancerAddon === true) {
    return requirement({
      id,
      met: true,
      message: `${needs}, which its add-on makes.`,
      evidence: addonEvidence(managedCluster, true),
      source: 'albComponents',
    });
  }
  const { azure } = context;
  const networkIds =
    managedCluster === undefined
      ? []
      : azure.virtualNetworkIdsOf(managedCluster);
  const subnets = networkIds.flatMap(each => azure.subnetsOf(each));
  const delegated = subnets.filter(isDelegated);
  const fitting = delegated.find(subnet => isLargeEnough(subnet));
  if (fitting !== undefined) {
    return requirement({
      id,
      met: true,
      message: `${needs}, which ${fitting.name} is.`,
      evidence: [delegationEvidence(fitting)],
      source,
    });
  }
  const networks = networkIds.flatMap(each => azure.virtualNetwork(each) ?? []);
  if (networks.length === 0 || networks.length < networkIds.length) {
    return requirement({
      id,
      met: 'unknown',
      message: `${needs}; the subnets of the cluster's network were not read.`,
      source,
    });
  }
  return requirement({
    id,
    met: false,
    message: `${needs}, which no subnet of the cluster's network is.`,
    remedy: `Delegate an unused subnet of /${albPrefixLength} in the cluster's network.`,
    evidence:
      delegated.length > 0
        ? delegated.map(delegationEvidence)
        : networks.map(({ armId }) =>
            armEvidence({
              armId,
              field: 'properties.subnets[].properties.delegations',
              value: undefined,
              meaning: `No subnet is delegated to ${albDelegation}.`,
            }),
          ),
    source,
  });
};

function isDelegated({ delegations }: Subnet): boolean {
  return delegations.some(
    name => name.toLowerCase() === albDelegation.toLowerCase(),
  );
}

function isLargeEnough({ addressPrefixes }: Subnet): boolean {
  return addressPrefixes.some(prefix => {
    try {
      const [, length] = ipaddr.parseCIDR(prefix);
      return length <= albPrefixLength;
    } catch {
      return false;
    }
  });
}

function delegationEvidence(subnet: Subnet): Evidence {
  return armEvidence({
    armId: subnet.armId,
    field: 'properties.delegations[].properties.serviceName',
    value: subnet.delegations.join(', '),
    meaning: `The subnet ${subnet.addressPrefixes.join(
      ', ',
    )} is delegated to ${albDelegation}.`,
  });
}

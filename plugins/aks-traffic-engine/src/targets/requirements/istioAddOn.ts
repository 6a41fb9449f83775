import { armEvidence } from '../../objects/evidence';
import { applicationNetwork } from '../../systems/application-network/applicationNetwork';
import { isAtLeastVersion } from '../../annotations/gatewayApiBundles';
import { ClusterFacts, Fact } from '../ClusterFacts';
import { requirement } from '../requirement';
import { firstAutomaticWithIstio } from '../targetFacts';
import { appRoutingImplementation } from './appRouting';
import { ClusterRequirement } from './Requirement';

/** Whether the Istio add-on runs in a cluster. */
export function istioAddonFact({ managedCluster }: ClusterFacts): Fact {
  if (managedCluster === undefined) {
    return { holds: 'unknown', evidence: [] };
  }
  const mode = managedCluster.mesh?.mode;
  const holds = mode === 'Istio';
  return {
    holds,
    evidence: [
      armEvidence({
        armId: managedCluster.armId,
        field: 'properties.serviceMeshProfile.mode',
        value: mode,
        meaning: `The Istio add-on is ${holds ? 'on' : 'off'}.`,
      }),
    ],
  };
}

export const istioAddon: ClusterRequirement = facts => {
  const { holds, evidence } = istioAddonFact(facts);
  return requirement({
    id: 'istio-add-on',
    met: holds,
    message: `Needs the Istio add-on, ${
      holds === 'unknown'
        ? 'of which nothing was read'
        : `which is ${holds ? 'enabled' : 'not enabled'}`
    }.`,
    remedy: 'Enable it: az aks mesh enable.',
    evidence,
    source: 'istioGatewayApi',
  });
};

/** Gateways of the Gateway API, or those that the add-on itself runs for Istio's own API. */
export const istioGateway: ClusterRequirement = ({
  managedCluster,
  gatewayApi: { managed },
}) => {
  const gateways = (managedCluster?.mesh?.ingressGateways ?? []).filter(
    ({ enabled }) => enabled === true,
  );
  const ofAddon = gateways.length > 0;
  const met = ofAddon || managed.holds;
  return requirement({
    id: 'istio-gateway',
    met: managedCluster === undefined && !ofAddon ? 'unknown' : met,
    message: `Needs the managed Gateway API or an ingress gateway of the add-on, ${
      met === 'unknown' || managedCluster === undefined
        ? 'of which too little was read'
        : `of which the cluster ${met ? 'has one' : 'has neither'}`
    }.`,
    remedy:
      'Enable the Gateway API: az aks update --enable-gateway-api; or an ingress gateway: az aks mesh enable-ingress-gateway.',
    evidence:
      managedCluster !== undefined && ofAddon
        ? [
            armEvidence({
              armId: managedCluster.armId,
              field:
                'properties.serviceMeshProfile.istio.components.ingressGateways',
              value: gateways.map(({ mode }) => mode ?? '').join(', '),
              meaning: 'The add-on runs these ingress gateways.',
            }),
          ]
        : managed.evidence,
    source: 'istioIngress',
  });
};

/** Both run an Istio control plane in the same namespace. */
export const noAppRoutingGatewayApi: ClusterRequirement = facts => {
  const { managedCluster } = facts;
  const { holds, evidence } = appRoutingImplementation(facts);
  const version = managedCluster?.kubernetesVersion;
  const isAutomatic = managedCluster?.sku?.toLowerCase() === 'automatic';
  const canBeGivenUp =
    isAutomatic &&
    version !== undefined &&
    isAtLeastVersion(version, firstAutomaticWithIstio) === true;
  return requirement({
    id: 'no-app-routing-gateway-api',
    met: holds === 'unknown' ? holds : !holds,
    message: `Cannot run beside the Gateway API of application routing, ${
      holds === 'unknown'
        ? 'of which too little was read'
        : `which is ${holds ? 'enabled' : 'not enabled'}`
    }.${
      holds === true && canBeGivenUp
        ? ` On AKS Automatic it can be disabled in favour of the add-on from ${firstAutomaticWithIstio} on.`
        : ''
    }`,
    evidence,
    source:
      holds === true && canBeGivenUp ? 'aksChangelog' : 'appRoutingGatewayApi',
  });
};

/** A member of an Application Network has a mesh already, and cannot have the add-on beside it. It arises only there. */
export const noApplicationNetwork: ClusterRequirement = facts => {
  const { controllers, context } = facts;
  const member = controllers.find(
    ({ definition }) => definition === applicationNetwork,
  );
  if (
    member === undefined &&
    (context.workloads.readWhole || istioAddonFact(facts).holds === true)
  ) {
    return undefined;
  }
  return requirement({
    id: 'no-application-network',
    met: member === undefined ? 'unknown' : false,
    message: `Cannot run in a member of an Azure Kubernetes Application Network, ${
      member === undefined
        ? 'and the workloads that would show it were not read'
        : 'which this cluster is'
    }.`,
    evidence: member?.evidence,
    source: 'applicationNetwork',
  });
};

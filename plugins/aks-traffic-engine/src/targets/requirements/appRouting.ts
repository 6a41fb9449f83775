import { armEvidence, objectEvidence } from '../../objects/evidence';
import { kinds } from '../../objects/kinds';
import { appRoutingGatewayClass } from '../../systems/app-routing-gateway-api/appRoutingGatewayApi';
import { ClusterFacts, Fact } from '../ClusterFacts';
import { requirement } from '../requirement';
import { ClusterRequirement } from './Requirement';

const modeField =
  'properties.ingressProfile.webAppRouting.gatewayAPIImplementations.appRoutingIstio.mode';

/** Whether application routing implements the Gateway API in a cluster. */
export function appRoutingImplementation({
  managedCluster,
  context: { index },
}: ClusterFacts): Fact {
  const mode = managedCluster?.appRouting.gatewayApiIstioMode;
  if (managedCluster && mode !== undefined) {
    return {
      holds: mode === 'Enabled',
      evidence: [
        armEvidence({
          armId: managedCluster.armId,
          field: modeField,
          value: mode,
          meaning: `The Gateway API of application routing is ${
            mode === 'Enabled' ? 'on' : 'off'
          }.`,
        }),
      ],
    };
  }
  const object = index.get(kinds.gatewayClass, appRoutingGatewayClass);
  if (object === undefined && !index.provesAbsence(kinds.gatewayClass)) {
    return { holds: 'unknown', evidence: [] };
  }
  return {
    // The class alone may be somebody else's, or left over.
    holds: object === undefined ? false : 'unknown',
    evidence: [
      objectEvidence({
        object: object ?? {
          apiVersion: 'gateway.networking.k8s.io/v1',
          kind: kinds.gatewayClass.kind,
          name: appRoutingGatewayClass,
        },
        field: 'metadata.name',
        value: object?.metadata.name,
        meaning:
          object === undefined
            ? 'The class of application routing is not in the cluster.'
            : 'The class of application routing is in the cluster.',
      }),
    ],
  };
}

export const appRoutingGatewayApi: ClusterRequirement = facts => {
  const { holds, evidence } = appRoutingImplementation(facts);
  return requirement({
    id: 'app-routing-gateway-api',
    met: holds,
    message: `Needs the implementation of the Gateway API that comes with application routing, ${
      holds === 'unknown'
        ? 'of which too little was read'
        : `which is ${holds ? 'enabled' : 'not enabled'}`
    }.`,
    remedy: 'Enable it: az aks update --enable-app-routing-istio.',
    evidence,
    source: 'appRoutingGatewayApi',
  });
};

/** Both run an Istio control plane in the same namespace. */
export const noIstioAddon: ClusterRequirement = ({ managedCluster }) => {
  const id = 'no-istio-add-on';
  const source = 'appRoutingGatewayApi';
  if (managedCluster === undefined) {
    return requirement({
      id,
      met: 'unknown',
      message:
        'Cannot run beside the Istio add-on; whether that is enabled was not read.',
      source,
    });
  }
  const mode = managedCluster.mesh?.mode;
  const enabled = mode === 'Istio';
  return requirement({
    id,
    met: !enabled,
    message: `Cannot run beside the Istio add-on, which is ${
      enabled ? 'enabled' : 'not enabled'
    }.`,
    evidence: [
      armEvidence({
        armId: managedCluster.armId,
        field: 'properties.serviceMeshProfile.mode',
        value: mode,
        meaning: `The Istio add-on is ${enabled ? 'on' : 'off'}.`,
      }),
    ],
    source,
  });
};

/** What an Istio leaves behind keeps the control plane from starting. Where it runs already, nothing is in its way. */
export const noIstioResources: ClusterRequirement = facts => {
  const { holds, inUse, evidence } = facts.istioResources;
  if (facts.managedCluster?.mesh?.mode === 'Istio') {
    return undefined;
  }
  return requirement({
    id: 'no-istio-resources',
    met: holds === 'unknown' ? holds : !holds,
    message: `Does not start while resources of Istio or the class istio are in the cluster, ${
      holds === 'unknown'
        ? 'of which too little was read'
        : `and ${holds ? 'some are' : 'none are'}`
    }.${holds === true ? inUseSentence(inUse) : ''}`,
    ...(inUse === false && {
      remedy:
        'Delete what an Istio that is gone has left: its custom resource definitions and its GatewayClass.',
    }),
    evidence,
    source: 'appRoutingGatewayApi',
  });
};

function inUseSentence(inUse: boolean | 'unknown'): string {
  if (inUse === 'unknown') {
    return ' Whether something uses them was not read.';
  }
  return inUse ? ' Something uses them.' : '';
}

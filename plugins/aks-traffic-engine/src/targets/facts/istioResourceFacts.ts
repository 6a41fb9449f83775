import { ResolveContext } from '../../model/resolveContext';
import { objectEvidence } from '../../objects/evidence';
import { kinds } from '../../objects/kinds';
import { Fact } from '../ClusterFacts';

/** Whether a cluster has resources of Istio, which keep application routing's control plane from starting. */
export interface IstioResourceFacts extends Fact {
  /** Whether objects of theirs exist, which go when the definitions are deleted. */
  inUse: boolean | 'unknown';
}

const istioClass = 'istio';

const istioKinds = [
  kinds.istioGateway,
  kinds.virtualService,
  kinds.destinationRule,
  kinds.serviceEntry,
  kinds.sidecar,
  kinds.authorizationPolicy,
  kinds.peerAuthentication,
];

/** Looks for definitions of Istio, for objects of theirs, and for the GatewayClass that Istio makes. */
export function istioResourceFacts({
  index,
}: ResolveContext): IstioResourceFacts {
  const gatewayClass = index.get(kinds.gatewayClass, istioClass);
  const definitions = index
    .list(kinds.customResourceDefinition)
    .filter(({ metadata }) => metadata.name.endsWith('.istio.io'));
  const objects = istioKinds.flatMap(kind => index.list(kind).slice(0, 1));
  const found = [
    ...(gatewayClass === undefined ? [] : [gatewayClass]),
    ...definitions.slice(0, 1),
    ...objects.slice(0, 1),
  ];
  if (found.length > 0) {
    return {
      holds: true,
      inUse:
        objects.length > 0 ||
        (istioKinds.every(kind => index.provesAbsence(kind))
          ? false
          : 'unknown'),
      evidence: found.map(object =>
        objectEvidence({
          object,
          field: 'metadata.name',
          value: object.metadata.name,
          meaning: 'A resource of Istio is in the cluster.',
        }),
      ),
    };
  }
  return index.provesAbsence(kinds.customResourceDefinition) &&
    index.provesAbsence(kinds.gatewayClass)
    ? {
        holds: false,
        inUse: false,
        evidence: [
          objectEvidence({
            object: {
              apiVersion: 'gateway.networking.k8s.io/v1',
              kind: kinds.gatewayClass.kind,
              name: istioClass,
            },
            field: 'metadata.name',
            value: undefined,
            meaning:
              'Neither this class nor a definition of a resource of Istio is in the cluster.',
          }),
        ],
      }
    : { holds: 'unknown', inUse: false, evidence: [] };
}

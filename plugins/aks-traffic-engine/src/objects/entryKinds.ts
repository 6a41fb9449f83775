import { ClusterIndex } from './ClusterIndex';
import { kinds } from './kinds';

/** Every kind that can let traffic into a Service. */
const entryKinds = [
  kinds.service,
  kinds.ingress,
  kinds.gateway,
  kinds.listenerSet,
  kinds.httpRoute,
  kinds.grpcRoute,
  kinds.tlsRoute,
  kinds.tcpRoute,
  kinds.udpRoute,
  kinds.istioGateway,
  kinds.virtualService,
  kinds.virtualServer,
  kinds.virtualServerRoute,
  kinds.transportServer,
  kinds.ingressRoute,
  kinds.ingressRouteTcp,
  kinds.ingressRouteUdp,
  kinds.legacyIngressRoute,
  kinds.legacyIngressRouteTcp,
  kinds.legacyIngressRouteUdp,
  kinds.httpProxy,
  kinds.tcpIngress,
  kinds.udpIngress,
];

/** Kinds that decide what lets it in. */
const decidingKinds = [
  kinds.ingressClass,
  kinds.gatewayClass,
  kinds.deployment,
  kinds.daemonSet,
  kinds.statefulSet,
  kinds.pod,
];

/** Whether everything that can lead to a Service is known: only then does "nothing leads in" hold. */
export function waysInReadWhole(index: ClusterIndex): boolean {
  return entryKinds.every(kind => index.provesAbsence(kind));
}

/** Whether what serves the ways in is known, too: only then does "no finding" mean "no risk". */
export function controllersReadWhole(index: ClusterIndex): boolean {
  return decidingKinds.every(kind => index.provesAbsence(kind));
}

import { ObjectRef } from 'backstage-plugin-aks-traffic-common';

const routeKinds = new Set([
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'TCPRoute',
  'UDPRoute',
  'ListenerSet',
  'VirtualService',
  'VirtualServer',
  'VirtualServerRoute',
  'TransportServer',
  'IngressRoute',
  'IngressRouteTCP',
  'IngressRouteUDP',
  'HTTPProxy',
  'TCPIngress',
  'UDPIngress',
]);

/** Whether an object is attached to a gateway or controller, rather than claimed by class. */
export function isRoute(reference: ObjectRef): boolean {
  return routeKinds.has(reference.kind);
}

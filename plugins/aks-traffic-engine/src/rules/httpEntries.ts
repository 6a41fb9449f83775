import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { addressScope } from '../exposure/addressScope';
import { ServiceDraft } from '../model/draft';

const httpKinds: ReadonlySet<string> = new Set([
  'Ingress',
  'HTTPRoute',
  'GRPCRoute',
  'VirtualService',
  'VirtualServer',
  'VirtualServerRoute',
  'IngressRoute',
  'HTTPProxy',
]);

/** Entry points through a gateway that reads HTTP, as far as they are not known to be refused. */
export function httpEntries(service: ServiceDraft): EntryPoint[] {
  return service.entryPoints.filter(
    ({ resource, attached, tls }) =>
      attached !== false &&
      tls !== 'passthrough' &&
      httpKinds.has(resource.kind),
  );
}

/**
 * Those of them that the internet reaches directly. What Front Door publishes over a private link has private
 * addresses only: what clients see there is Front Door's.
 */
export function publicHttpEntries(service: ServiceDraft): EntryPoint[] {
  return httpEntries(service).filter(
    ({ exposure, addresses, capabilities }) =>
      exposure === 'public' &&
      capabilities.frontDoor === undefined &&
      (addresses.length === 0 ||
        addresses.some(address => addressScope(address) !== 'internal')),
  );
}

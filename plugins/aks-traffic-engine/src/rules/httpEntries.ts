import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';
import { isDirectlyPublic } from './isDirectlyPublic';

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

/** Those of them that the internet reaches directly. */
export function publicHttpEntries(service: ServiceDraft): EntryPoint[] {
  return httpEntries(service).filter(isDirectlyPublic);
}

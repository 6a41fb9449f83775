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

interface HttpEntries {
  all: readonly EntryPoint[];
  direct: readonly EntryPoint[];
}

/** Half of the rules about services begin here. */
const known = new WeakMap<ServiceDraft, HttpEntries>();

function entriesOf(service: ServiceDraft): HttpEntries {
  let entries = known.get(service);
  if (entries === undefined) {
    const all = service.entryPoints.filter(
      ({ resource, attached, tls }) =>
        attached !== false &&
        tls !== 'passthrough' &&
        httpKinds.has(resource.kind),
    );
    entries = { all, direct: all.filter(isDirectlyPublic) };
    known.set(service, entries);
  }
  return entries;
}

/** Entry points through a gateway that reads HTTP, as far as they are not known to be refused. */
export function httpEntries(service: ServiceDraft): readonly EntryPoint[] {
  return entriesOf(service).all;
}

/** Those of them that the internet reaches directly. */
export function publicHttpEntries(
  service: ServiceDraft,
): readonly EntryPoint[] {
  return entriesOf(service).direct;
}

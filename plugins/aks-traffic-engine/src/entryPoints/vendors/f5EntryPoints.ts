import { TlsMode } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { field, listField, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { namespaceOf } from '../../objects/metadata';
import { f5Nginx } from '../../systems/f5-nginx/f5Nginx';
import { EntryFindings } from '../EntryDraft';
import { ResolveInput } from '../ResolveInput';
import { addVendorObject, VendorBackend, VendorObject } from './vendorObject';

/** The entry points that VirtualServers and TransportServers of F5 NGINX Ingress Controller make. */
export function f5EntryPoints(input: ResolveInput): EntryFindings {
  const findings: EntryFindings = {
    entries: [],
    orphans: [],
    contradictions: [],
  };
  for (const object of input.context.index.list(kinds.virtualServer)) {
    addVendorObject(findings, input, {
      ...common(object),
      tls: virtualServerTls(object),
      backends: [
        ...upstreams(object, hostsOf(object), pathsOf(object)),
        ...virtualServerRoutes(input, object),
      ],
    });
  }
  for (const object of input.context.index.list(kinds.transportServer)) {
    addVendorObject(findings, input, {
      ...common(object),
      tls: transportServerTls(object),
      backends: upstreams(object, hostsOf(object), ['/']),
    });
  }
  return findings;
}

function common(
  object: KubernetesObject,
): Omit<VendorObject, 'tls' | 'backends'> {
  const state = textField(object, 'status.state');
  return {
    object,
    definition: f5Nginx,
    className: textField(object, 'spec.ingressClassName'),
    attached: attachedOf(state),
    reason: textField(object, 'status.message'),
    status: { field: 'status.state', value: state },
    addresses: listField(object, 'status.externalEndpoints').flatMap(
      endpoint =>
        textField(endpoint, 'ip') ?? textField(endpoint, 'hostname') ?? [],
    ),
    capabilities: {},
  };
}

/** A warning is about a part of the object; the rest is served. */
function attachedOf(state: string | undefined): boolean | 'unknown' {
  switch (state) {
    case 'Valid':
    case 'Warning':
      return true;
    case 'Invalid':
      return false;
    default:
      return 'unknown';
  }
}

function virtualServerTls(object: KubernetesObject): TlsMode {
  return field(object, 'spec.tls') === undefined ? 'none' : 'terminate';
}

function transportServerTls(object: KubernetesObject): TlsMode {
  if (textField(object, 'spec.listener.protocol') === 'TLS_PASSTHROUGH') {
    return 'passthrough';
  }
  return virtualServerTls(object);
}

function hostsOf(object: KubernetesObject): string[] {
  return [textField(object, 'spec.host') ?? '*'];
}

function pathsOf(object: KubernetesObject): string[] {
  const paths = listField(object, 'spec.routes').flatMap(
    route => textField(route, 'path') ?? [],
  );
  return paths.length > 0 ? paths : ['/'];
}

function upstreams(
  object: KubernetesObject,
  hosts: string[],
  paths: string[],
): VendorBackend[] {
  const services = listField(object, 'spec.upstreams').flatMap(upstream => [
    textField(upstream, 'service'),
    textField(upstream, 'backup'),
  ]);
  return [...new Set(services)]
    .filter(service => service !== undefined)
    .map(service => ({
      namespace: namespaceOf(object),
      service,
      hosts,
      paths,
      source: object,
    }));
}

/** VirtualServerRoutes take over paths of a VirtualServer, in namespaces of their own. */
function virtualServerRoutes(
  { context }: ResolveInput,
  object: KubernetesObject,
): VendorBackend[] {
  return listField(object, 'spec.routes').flatMap(route => {
    const name = textField(route, 'route');
    const [first, second] = (name ?? '').split('/');
    const child =
      name === undefined
        ? undefined
        : context.index.get(
            kinds.virtualServerRoute,
            second ?? first,
            second === undefined ? namespaceOf(object) : first,
          );
    return child
      ? upstreams(
          child,
          hostsOf(object),
          listField(child, 'spec.subroutes').flatMap(
            subroute => textField(subroute, 'path') ?? [],
          ),
        )
      : [];
  });
}

import { TlsMode } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { field, listField, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { annotationOf, namespaceOf } from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { classAnnotation } from '../../ownership/ClassQuestion';
import { contour } from '../../systems/contour/contour';
import { EntryFindings } from '../EntryDraft';
import { ResolveInput } from '../ResolveInput';
import { addVendorObject, VendorBackend } from './vendorObject';

/** The entry points that Contour's HTTPProxies make: those with a virtual host, and all they include. */
export function contourEntryPoints(input: ResolveInput): EntryFindings {
  const findings: EntryFindings = {
    entries: [],
    orphans: [],
    contradictions: [],
  };
  for (const object of input.context.index.list(kinds.httpProxy)) {
    const host = textField(object, 'spec.virtualhost.fqdn');
    const state = textField(object, 'status.currentStatus');
    if (host === undefined && state !== 'orphaned') {
      continue;
    }
    addVendorObject(findings, input, {
      object,
      definition: contour,
      className:
        textField(object, 'spec.ingressClassName') ??
        annotationOf(object, 'projectcontour.io/ingress.class') ??
        annotationOf(object, classAnnotation),
      tls: tlsOf(object),
      attached: attachedOf(state),
      reason: textField(object, 'status.description'),
      status: { field: 'status.currentStatus', value: state },
      backends: backendsOf(input, object, [host ?? '*']),
      addresses: serviceAddresses(object),
      capabilities: {},
    });
  }
  return findings;
}

function attachedOf(state: string | undefined): boolean | 'unknown' {
  switch (state) {
    case 'valid':
      return true;
    case 'invalid':
    case 'orphaned':
      return false;
    default:
      return 'unknown';
  }
}

function tlsOf(object: KubernetesObject): TlsMode {
  const tls = field(object, 'spec.virtualhost.tls');
  if (tls === undefined) {
    return 'none';
  }
  if (field(tls, 'passthrough') === true) {
    return 'passthrough';
  }
  return field(tls, 'clientValidation') === undefined ? 'terminate' : 'mutual';
}

/** Proxies include one another, perhaps in a circle: each counts once. */
function backendsOf(
  { context }: ResolveInput,
  root: KubernetesObject,
  hosts: string[],
): VendorBackend[] {
  const reached = new Set([root]);
  const backends: VendorBackend[] = [];
  for (const object of reached) {
    for (const route of listField(object, 'spec.routes')) {
      backends.push(...servicesOf(object, route, hosts, pathsOf(route)));
    }
    backends.push(
      ...servicesOf(object, field(object, 'spec.tcpproxy'), hosts, ['/']),
    );
    for (const include of listField(object, 'spec.includes')) {
      const child = context.index.get(
        kinds.httpProxy,
        textField(include, 'name') ?? '',
        textField(include, 'namespace') ?? namespaceOf(object),
      );
      if (child) {
        reached.add(child);
      }
    }
  }
  return backends;
}

function servicesOf(
  object: KubernetesObject,
  route: unknown,
  hosts: string[],
  paths: string[],
): VendorBackend[] {
  return listField(route, 'services').flatMap(service => {
    const name = textField(service, 'name');
    return name === undefined
      ? []
      : {
          namespace: namespaceOf(object),
          service: name,
          hosts,
          paths,
          source: object,
        };
  });
}

function pathsOf(route: unknown): string[] {
  const paths = listField(route, 'conditions').flatMap(
    condition =>
      textField(condition, 'prefix') ?? textField(condition, 'exact') ?? [],
  );
  return paths.length > 0 ? paths : ['/'];
}

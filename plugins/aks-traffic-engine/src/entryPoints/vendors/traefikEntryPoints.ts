import { TlsMode } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { field, listField, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { annotationOf, namespaceOf } from '../../objects/metadata';
import { classAnnotation } from '../../ownership/ClassQuestion';
import { traefik } from '../../systems/traefik/traefik';
import { EntryFindings } from '../EntryDraft';
import { ResolveInput } from '../ResolveInput';
import { addVendorObject, VendorBackend } from './vendorObject';

const routeKinds = [
  kinds.ingressRoute,
  kinds.ingressRouteTcp,
  kinds.ingressRouteUdp,
  kinds.legacyIngressRoute,
  kinds.legacyIngressRouteTcp,
  kinds.legacyIngressRouteUdp,
];

/** The entry points that Traefik's own routes make. They have no status that says whether they are served. */
export function traefikEntryPoints(input: ResolveInput): EntryFindings {
  const findings: EntryFindings = {
    entries: [],
    orphans: [],
    contradictions: [],
  };
  for (const kind of routeKinds) {
    for (const object of input.context.index.list(kind)) {
      addVendorObject(findings, input, {
        object,
        definition: traefik,
        className: annotationOf(object, classAnnotation),
        tls: tlsOf(object),
        attached: 'unknown',
        status: { field: 'status' },
        backends: backendsOf(object),
        addresses: [],
        capabilities: {},
      });
    }
  }
  return findings;
}

function tlsOf(object: KubernetesObject): TlsMode {
  if (field(object, 'spec.tls') === undefined) {
    return 'none';
  }
  return field(object, 'spec.tls.passthrough') === true
    ? 'passthrough'
    : 'terminate';
}

function backendsOf(object: KubernetesObject): VendorBackend[] {
  return listField(object, 'spec.routes').flatMap(route => {
    const rule = textField(route, 'match') ?? '';
    return listField(route, 'services').flatMap(service => {
      const name = textField(service, 'name');
      return name === undefined ||
        (textField(service, 'kind') ?? 'Service') !== 'Service'
        ? []
        : {
            namespace: textField(service, 'namespace') ?? namespaceOf(object),
            service: name,
            hosts: argumentsOf(rule, /Host(?:SNI)?\(([^)]*)\)/g, '*'),
            paths: argumentsOf(rule, /Path(?:Prefix)?\(([^)]*)\)/g, '/'),
          };
    });
  });
}

/** The quoted arguments of the matchers of a Traefik rule. */
function argumentsOf(
  rule: string,
  matcher: RegExp,
  otherwise: string,
): string[] {
  const found = [...rule.matchAll(matcher)].flatMap(([, list]) =>
    [...list.matchAll(/[`"]([^`"]*)[`"]/g)].map(([, value]) => value),
  );
  return found.length > 0 ? [...new Set(found)] : [otherwise];
}

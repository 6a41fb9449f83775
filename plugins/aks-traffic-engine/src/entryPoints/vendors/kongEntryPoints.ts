import { TlsMode } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { listField, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { annotationOf, namespaceOf } from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { classAnnotation } from '../../ownership/ClassQuestion';
import { kong } from '../../systems/kong/kong';
import { EntryFindings } from '../EntryDraft';
import { ResolveInput } from '../ResolveInput';
import { addVendorObject, VendorBackend } from './vendorObject';

const protocolsAnnotation = 'konghq.com/protocols';

/**
 * The entry points that Kong's TCPIngresses and UDPIngresses make. The address that the controller writes into their
 * status is all that says they are served.
 */
export function kongEntryPoints(input: ResolveInput): EntryFindings {
  const findings: EntryFindings = {
    entries: [],
    orphans: [],
    contradictions: [],
  };
  for (const kind of [kinds.tcpIngress, kinds.udpIngress]) {
    for (const object of input.context.index.list(kind)) {
      const addresses = serviceAddresses(object);
      addVendorObject(findings, input, {
        object,
        definition: kong,
        className: annotationOf(object, classAnnotation),
        tls: tlsOf(object),
        attached: addresses.length > 0 ? true : 'unknown',
        status: {
          field: 'status.loadBalancer.ingress[]',
          value: addresses.length > 0 ? addresses.join(', ') : undefined,
        },
        backends: backendsOf(object),
        addresses,
        capabilities: {},
      });
    }
  }
  return findings;
}

/** A rule with a host is for TLS, because only TLS tells the host; who opens it is said elsewhere. */
function tlsOf(object: KubernetesObject): TlsMode {
  const protocols = annotationOf(object, protocolsAnnotation) ?? '';
  if (protocols.includes('tls_passthrough')) {
    return 'passthrough';
  }
  if (listField(object, 'spec.tls').length > 0) {
    return 'terminate';
  }
  return listField(object, 'spec.rules').some(
    rule => textField(rule, 'host') !== undefined,
  )
    ? 'unknown'
    : 'none';
}

function backendsOf(object: KubernetesObject): VendorBackend[] {
  const hosts = new Map<string, string[]>();
  for (const rule of listField(object, 'spec.rules')) {
    const service = textField(rule, 'backend.serviceName');
    if (service !== undefined) {
      hosts.set(service, [
        ...(hosts.get(service) ?? []),
        textField(rule, 'host') ?? '*',
      ]);
    }
  }
  return [...hosts].map(([service, names]) => ({
    namespace: namespaceOf(object),
    service,
    hosts: [...new Set(names)],
    paths: ['/'],
  }));
}

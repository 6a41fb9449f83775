import { TlsMode } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { listField, textListField } from '../../objects/field';
import { intersectHostnames } from '../gatewayApi/hostnames';

/** What `spec.tls` of an Ingress says about some of its hosts. */
export interface IngressTls {
  tls: TlsMode;
  /** Hosts without TLS while others have it. */
  hostsWithoutTls: string[];
}

/** Reads `spec.tls`: an entry without hosts is for all of them. */
export function ingressTls(
  ingress: KubernetesObject,
  hosts: readonly string[],
): IngressTls {
  const entries = listField(ingress, 'spec.tls').map(entry =>
    textListField(entry, 'hosts'),
  );
  const without = hosts.filter(
    host =>
      !entries.some(covered => intersectHostnames([host], covered).length > 0),
  );
  return without.length === hosts.length
    ? { tls: 'none', hostsWithoutTls: [] }
    : { tls: 'terminate', hostsWithoutTls: without };
}

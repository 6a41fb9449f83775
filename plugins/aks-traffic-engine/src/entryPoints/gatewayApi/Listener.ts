import { TlsMode } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import {
  field,
  listField,
  numberField,
  textField,
  textMapField,
} from '../../objects/field';

/** A listener of a Gateway or ListenerSet. */
export interface Listener {
  name?: string;
  port?: number;
  /** `HTTP`, `HTTPS`, `TLS`, `TCP` or `UDP`. */
  protocol?: string;
  hostname?: string;
  tls: TlsMode;
  /** `Same`, `All`, `Selector` or `None`. */
  from: string;
  namespaceSelector: unknown;
  /** Kinds of routes it takes; empty for those its protocol implies. */
  routeKinds: string[];
  /** Certificate options, such as the Key Vault address. */
  tlsOptions: ReadonlyMap<string, string>;
}

/** The listeners of an object that has `spec.listeners`. */
export function listenersOf(object: KubernetesObject): Listener[] {
  return listField(object, 'spec.listeners').map(listener => ({
    name: textField(listener, 'name'),
    port: numberField(listener, 'port'),
    protocol: textField(listener, 'protocol'),
    hostname: textField(listener, 'hostname'),
    tls: tlsOf(object, listener),
    from: textField(listener, 'allowedRoutes.namespaces.from') ?? 'Same',
    namespaceSelector: field(listener, 'allowedRoutes.namespaces.selector'),
    routeKinds: listField(listener, 'allowedRoutes.kinds').flatMap(
      entry => textField(entry, 'kind') ?? [],
    ),
    tlsOptions: textMapField(listener, 'tls.options'),
  }));
}

function tlsOf(object: KubernetesObject, listener: unknown): TlsMode {
  switch (textField(listener, 'protocol')) {
    case 'HTTP':
    case 'TCP':
    case 'UDP':
      return 'none';
    case 'HTTPS':
    case 'TLS':
      if (textField(listener, 'tls.mode') === 'Passthrough') {
        return 'passthrough';
      }
      return validatesClients(object, listener) ? 'mutual' : 'terminate';
    default:
      return 'unknown';
  }
}

/** Client certificates are asked for on the listener, or for the whole Gateway since bundle 1.5. */
function validatesClients(
  object: KubernetesObject,
  listener: unknown,
): boolean {
  return (
    field(listener, 'tls.frontendValidation') !== undefined ||
    field(object, 'spec.tls.frontend.default.validation') !== undefined
  );
}

const kindsByProtocol: Record<string, readonly string[]> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** Whether a listener takes routes of this kind. Protocols of one implementation only are taken to do so. */
export function takesKind(listener: Listener, kind: string): boolean {
  if (listener.routeKinds.length > 0) {
    return listener.routeKinds.includes(kind);
  }
  const { protocol = '' } = listener;
  return Object.hasOwn(kindsByProtocol, protocol)
    ? kindsByProtocol[protocol].includes(kind)
    : true;
}

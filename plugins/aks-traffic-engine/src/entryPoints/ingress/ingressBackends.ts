import { KubernetesObject } from '../../model/observation';
import { field, listField, textField } from '../../objects/field';

/** A Service that an Ingress names, with the hosts and paths that lead there. */
export interface IngressBackend {
  service: string;
  hosts: string[];
  paths: string[];
  /** Names or numbers of the ports it is to be reached at. */
  ports: string[];
}

/** The Services of an Ingress: those of its rules and the default one. Backends that are no Service are left out. */
export function ingressBackends(ingress: KubernetesObject): IngressBackend[] {
  const found = new Map<
    string,
    { hosts: Set<string>; paths: Set<string>; ports: Set<string> }
  >();
  const add = (backend: unknown, host: string, path: string) => {
    const service =
      textField(backend, 'service.name') ?? textField(backend, 'serviceName');
    if (service === undefined) {
      return;
    }
    let known = found.get(service);
    if (known === undefined) {
      known = { hosts: new Set(), paths: new Set(), ports: new Set() };
      found.set(service, known);
    }
    known.hosts.add(host);
    known.paths.add(path);
    const port = portOf(backend);
    if (port !== undefined) {
      known.ports.add(port);
    }
  };
  for (const rule of listField(ingress, 'spec.rules')) {
    for (const path of listField(rule, 'http.paths')) {
      add(
        field(path, 'backend'),
        textField(rule, 'host') ?? '*',
        textField(path, 'path') ?? '/',
      );
    }
  }
  add(
    field(ingress, 'spec.defaultBackend') ?? field(ingress, 'spec.backend'),
    '*',
    '/',
  );
  return [...found].map(([service, { hosts, paths, ports }]) => ({
    service,
    hosts: [...hosts],
    paths: [...paths],
    ports: [...ports],
  }));
}

function portOf(backend: unknown): string | undefined {
  const port =
    field(backend, 'service.port.name') ??
    field(backend, 'service.port.number') ??
    field(backend, 'servicePort');
  return typeof port === 'string' || typeof port === 'number'
    ? String(port)
    : undefined;
}

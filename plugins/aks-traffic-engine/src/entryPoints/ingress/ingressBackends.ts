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
  const found = new Map<string, IngressBackend>();
  const add = (backend: unknown, host: string, path: string) => {
    const service =
      textField(backend, 'service.name') ?? textField(backend, 'serviceName');
    if (service === undefined) {
      return;
    }
    const known = found.get(service);
    found.set(service, {
      service,
      hosts: [...new Set([...(known?.hosts ?? []), host])],
      paths: [...new Set([...(known?.paths ?? []), path])],
      ports: [...new Set([...(known?.ports ?? []), ...portsOf(backend)])],
    });
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
  return [...found.values()];
}

function portsOf(backend: unknown): string[] {
  const port =
    field(backend, 'service.port.name') ??
    field(backend, 'service.port.number') ??
    field(backend, 'servicePort');
  return typeof port === 'string' || typeof port === 'number'
    ? [String(port)]
    : [];
}

import { KubernetesObject } from '../../model/observation';
import { listField, textField } from '../../objects/field';

/** A Service that an Ingress names, with the hosts and paths that lead there. */
export interface IngressBackend {
  service: string;
  hosts: string[];
  paths: string[];
}

/** The Services of an Ingress: those of its rules and the default one. Backends that are no Service are left out. */
export function ingressBackends(ingress: KubernetesObject): IngressBackend[] {
  const found = new Map<string, IngressBackend>();
  const add = (service: string | undefined, host: string, path: string) => {
    if (service === undefined) {
      return;
    }
    const known = found.get(service);
    found.set(service, {
      service,
      hosts: [...new Set([...(known?.hosts ?? []), host])],
      paths: [...new Set([...(known?.paths ?? []), path])],
    });
  };
  for (const rule of listField(ingress, 'spec.rules')) {
    for (const path of listField(rule, 'http.paths')) {
      add(
        textField(path, 'backend.service.name') ??
          textField(path, 'backend.serviceName'),
        textField(rule, 'host') ?? '*',
        textField(path, 'path') ?? '/',
      );
    }
  }
  add(
    textField(ingress, 'spec.defaultBackend.service.name') ??
      textField(ingress, 'spec.backend.serviceName'),
    '*',
    '/',
  );
  return [...found.values()];
}

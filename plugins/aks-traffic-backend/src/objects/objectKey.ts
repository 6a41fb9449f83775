import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';

/** Identity of an object within one cluster, whichever version of its API names it. */
export function objectKey(reference: ObjectRef): string {
  const { apiVersion, kind, namespace, name } = reference;
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return JSON.stringify([group, kind, namespace, name]);
}

/** The reference of an object. */
export function toReference({
  apiVersion,
  kind,
  metadata: { namespace, name },
}: KubernetesObject): ObjectRef {
  return {
    apiVersion,
    kind,
    ...(namespace !== undefined && { namespace }),
    name,
  };
}

/** The reference of a Service. */
export function serviceReference(service: {
  namespace: string;
  service: string;
}): ObjectRef {
  const { namespace, service: name } = service;
  return { apiVersion: 'v1', kind: 'Service', namespace, name };
}

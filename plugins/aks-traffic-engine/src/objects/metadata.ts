import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { property, textMapField } from './field';

/** The value of one annotation; the empty string is a value. */
export function annotationOf(
  object: KubernetesObject,
  key: string,
): string | undefined {
  const found = property(property(object.metadata, 'annotations'), key);
  return typeof found === 'string' ? found : undefined;
}

/** The value of one label; the empty string is a value. */
export function labelOf(
  object: KubernetesObject,
  key: string,
): string | undefined {
  const found = property(property(object.metadata, 'labels'), key);
  return typeof found === 'string' ? found : undefined;
}

/** All labels that are strings. */
export function labelsOf(
  object: KubernetesObject,
): ReadonlyMap<string, string> {
  return textMapField(object, 'metadata.labels');
}

/** All annotations that are strings. */
export function annotationsOf(
  object: KubernetesObject,
): ReadonlyMap<string, string> {
  return textMapField(object, 'metadata.annotations');
}

/** The namespace, with the API server's default for objects that name none. Only for namespaced kinds. */
export function namespaceOf(object: KubernetesObject): string {
  const found = property(object.metadata, 'namespace');
  return typeof found === 'string' && found !== '' ? found : 'default';
}

/** The API group of an object: the empty string is the core group. */
export function groupOf(object: { apiVersion: string }): string {
  const slash = object.apiVersion.indexOf('/');
  return slash < 0 ? '' : object.apiVersion.slice(0, slash);
}

/** Names an object for evidence and findings. */
export function referenceOf(object: KubernetesObject): ObjectRef {
  const { apiVersion, kind } = object;
  const { name } = object.metadata;
  const namespace = property(object.metadata, 'namespace');
  // Two literals: evidence is made of references, and spreading one costs more than the rest of it.
  return typeof namespace === 'string' && namespace !== ''
    ? { apiVersion, kind, namespace, name }
    : { apiVersion, kind, name };
}

/** A key that is the same for the same object and different for different ones, usable for maps and sorting. */
export function referenceKey(reference: ObjectRef): string {
  const group = groupOf(reference);
  return `${group}/${reference.kind}/${reference.namespace ?? ''}/${
    reference.name
  }`;
}

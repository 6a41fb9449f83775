import { StoredObject } from '../types';
import { hashOf, uidOf } from './derive';

/** Objects of one cluster were created in the half year after this day. */
const firstDay = Date.UTC(2026, 2, 2, 7, 0, 0);
const spreadSeconds = 180 * 24 * 60 * 60;

/** Kinds that count the changes of their spec. */
const kindsWithoutGeneration = new Set([
  'ConfigMap',
  'EndpointSlice',
  'Namespace',
  'Node',
  'Service',
]);

/** Gives every object what the API server itself adds to the metadata. */
export function completeMetadata(
  objects: StoredObject[],
  cluster: string,
): StoredObject[] {
  return objects.map((object, index) => {
    const { metadata } = object;
    const creationTimestamp =
      metadata.creationTimestamp ?? createdAt(cluster, object);
    const hasGeneration =
      object.spec !== undefined && !kindsWithoutGeneration.has(object.kind);
    return {
      ...object,
      metadata: {
        uid: uidOf(cluster, object),
        resourceVersion: String(1000 + index * 7),
        ...(hasGeneration && { generation: 1 }),
        ...metadata,
        creationTimestamp,
        managedFields: metadata.managedFields ?? [
          managedFields(object, creationTimestamp),
        ],
      },
    };
  });
}

function createdAt(cluster: string, { kind, metadata }: StoredObject): string {
  const offset =
    hashOf(cluster, kind, metadata.namespace ?? '', metadata.name) %
    spreadSeconds;
  return `${new Date(firstDay + offset * 1000).toISOString().slice(0, 19)}Z`;
}

function managedFields(object: StoredObject, time: string) {
  const owned: Record<string, unknown> = {};
  for (const section of ['metadata', 'spec', 'data', 'endpoints', 'ports']) {
    const value = object[section];
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    const names =
      section === 'metadata'
        ? ['labels', 'annotations'].filter(name => name in value)
        : Object.keys(value);
    if (names.length > 0) {
      owned[`f:${section}`] = Array.isArray(value)
        ? {}
        : Object.fromEntries(names.map(name => [`f:${name}`, {}]));
    }
  }
  return {
    apiVersion: object.apiVersion,
    fieldsType: 'FieldsV1',
    fieldsV1: owned,
    manager: object.metadata.ownerReferences
      ? 'kube-controller-manager'
      : 'kubectl-client-side-apply',
    operation: 'Update',
    time,
  };
}

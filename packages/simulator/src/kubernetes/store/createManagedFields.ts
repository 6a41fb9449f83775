import type { StoredObject } from '../../estate/types';

/**
 * The record of who set which field. Real servers send it with every object and it is a large part of the bytes, which
 * is what a client that keeps or measures whole objects has to be ready for.
 */
export function createManagedFields(object: StoredObject): unknown[] {
  const { apiVersion, kind: _kind, metadata, status, ...content } = object;
  const entry = {
    operation: 'Update',
    apiVersion,
    time: metadata.creationTimestamp,
    fieldsType: 'FieldsV1',
  };
  const { labels, annotations } = metadata;
  return [
    {
      manager: 'kubectl-client-side-apply',
      ...entry,
      fieldsV1: {
        'f:metadata': {
          ...(annotations && { 'f:annotations': ownedFields(annotations) }),
          ...(labels && { 'f:labels': ownedFields(labels) }),
        },
        ...prefixedFields(content),
      },
    },
    ...(status === undefined
      ? []
      : [
          {
            manager: 'controller',
            ...entry,
            fieldsV1: { 'f:status': ownedFields(status) },
            subresource: 'status',
          },
        ]),
  ];
}

function ownedFields(value: unknown): object {
  return isRecord(value) ? { '.': {}, ...prefixedFields(value) } : {};
}

function prefixedFields(value: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(value).map(([field, below]) => [
      `f:${field}`,
      ownedFields(below),
    ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

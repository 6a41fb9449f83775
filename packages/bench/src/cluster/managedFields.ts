/** Who wrote which part of an object, as API servers keep it. */
interface FieldOwner {
  manager: string;
  operation: 'Apply' | 'Update';
  time: string;
  subresource?: string;
  /** The fields it wrote, as part of an object. */
  fields: Record<string, unknown>;
}

/**
 * `managedFields` as an API server sends them. They are often as long as the rest of an object, nobody reads them, and
 * every client pays for parsing them.
 */
export function managedFields(
  apiVersion: string,
  owners: readonly FieldOwner[],
): unknown[] {
  return owners.map(({ manager, operation, time, subresource, fields }) => ({
    manager,
    operation,
    apiVersion,
    time,
    fieldsType: 'FieldsV1',
    fieldsV1: fieldSet(fields),
    ...(subresource !== undefined && { subresource }),
  }));
}

function fieldSet(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  if (Array.isArray(value)) {
    const keyed = value.map(entry => [listKey(entry), entry] as const);
    return keyed.every(([key]) => key !== undefined)
      ? Object.fromEntries(
          keyed.map(([key, entry]) => [
            `k:${key}`,
            { '.': {}, ...fieldSet(entry) },
          ]),
        )
      : {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [`f:${key}`, fieldSet(entry)]),
  );
}

/** Lists of the API merge by one of these fields; other lists are owned as a whole. */
function listKey(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) {
    return undefined;
  }
  const fields = entry as Record<string, unknown>;
  for (const key of ['name', 'type', 'mountPath', 'containerPort', 'port']) {
    if (key in fields) {
      return JSON.stringify({ [key]: fields[key] });
    }
  }
  return undefined;
}

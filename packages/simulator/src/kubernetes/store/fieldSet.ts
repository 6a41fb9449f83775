/**
 * Fields that tell the entries of a list apart, as the schemas of the API declare them (`x-kubernetes-list-map-keys`),
 * by the field that holds the list. Lists that are not here are owned as a whole.
 */
const listKeys: Record<string, readonly (readonly string[])[]> = {
  addresses: [['type']],
  conditions: [['type']],
  containers: [['name']],
  env: [['name']],
  initContainers: [['name']],
  ownerReferences: [['uid']],
  podIPs: [['ip']],
  // Of containers, and of Services.
  ports: [
    ['containerPort', 'protocol'],
    ['port', 'protocol'],
  ],
  volumeMounts: [['mountPath']],
  volumes: [['name']],
};

/** Objects that are replaced as a whole. */
const atomic = new Set(['nodeSelector', 'selector']);

/** Lists of plain values that several writers share. */
const sets = new Set(['finalizers']);

/**
 * What is owned in a value, as `fieldsV1` of an API server writes it: `f:` and a name, `k:` and the key of an entry of a
 * list, `v:` and a value.
 *
 * @param name - the field that holds the value; how lists and objects are merged hangs on it.
 */
export function fieldSet(name: string, value: unknown): object {
  if (Array.isArray(value)) {
    return ownedEntries(name, value);
  }
  if (!isRecord(value) || atomic.has(name)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, below]) => below !== undefined)
      .map(([field, below]) => [
        `f:${field}`,
        // There are always containers, so that nobody owns the list by itself.
        field === 'containers'
          ? fieldSet(field, below)
          : ownedPart(field, below),
      ]),
  );
}

/** The same, with the dot that says that the thing itself is owned as well as what is in it. */
export function ownedPart(name: string, value: unknown): object {
  const owned = fieldSet(name, value);
  return Object.keys(owned).length > 0 ? { '.': {}, ...owned } : {};
}

function ownedEntries(name: string, entries: readonly unknown[]): object {
  if (sets.has(name)) {
    return Object.fromEntries(
      entries.map(entry => [`v:${JSON.stringify(entry)}`, {}]),
    );
  }
  const keys = listKeys[name]?.find(candidate =>
    entries.every(
      entry => isRecord(entry) && candidate.every(field => field in entry),
    ),
  );
  if (keys === undefined || entries.length === 0) {
    return {};
  }
  return Object.fromEntries(
    entries
      .filter(isRecord)
      .map(entry => [
        `k:${JSON.stringify(
          Object.fromEntries(keys.map(field => [field, entry[field]])),
        )}`,
        ownedPart('', entry),
      ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

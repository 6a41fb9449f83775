import {
  ClusterObservation,
  KubernetesObject,
  ReadState,
} from '../model/observation';
import { append } from './append';
import { compareText } from './compareText';
import { groupOf, namespaceOf } from './metadata';
import { GroupKind, kinds, ObservedKind } from './kinds';
import { isKubernetesObject } from './isKubernetesObject';
import { stableText } from './stableText';

interface KindTable {
  all: KubernetesObject[];
  byNamespace: Map<string, KubernetesObject[]>;
  byName: Map<string, KubernetesObject>;
}

const emptyTable: KindTable = {
  all: [],
  byNamespace: new Map(),
  byName: new Map(),
};

const observedKinds = new Map<string, ObservedKind>(
  Object.values(kinds).map(kind => [kindKey(kind), kind]),
);

/**
 * The objects of one cluster by kind, namespace and name, and what is known about how completely they were read.
 *
 * All lists are sorted by namespace and name, whatever order the objects came in.
 */
export class ClusterIndex {
  static create(observation: ClusterObservation): ClusterIndex {
    const tables = new Map<string, Map<string, KubernetesObject>>();
    const duplicates = new Set<string>();
    let unusable = 0;
    for (const object of observation.objects) {
      if (!isKubernetesObject(object)) {
        unusable += 1;
        continue;
      }
      const key = kindKey({ group: groupOf(object), kind: object.kind });
      const table = tables.get(key) ?? new Map<string, KubernetesObject>();
      tables.set(key, table);
      const name = nameKey(scopeOf(object), object.metadata.name);
      const known = table.get(name);
      if (known === undefined) {
        table.set(name, object);
        continue;
      }
      const [kept, dropped] = [stableText(known), stableText(object)];
      if (kept !== dropped) {
        duplicates.add(`${object.kind} ${name}`);
        table.set(name, kept < dropped ? known : object);
      }
    }
    return new ClusterIndex(
      observation,
      new Map([...tables].map(([key, table]) => [key, sortedTable(table)])),
      gapSentences(unusable, duplicates),
    );
  }

  private readonly states: ReadonlyMap<string, ReadState>;

  private constructor(
    private readonly observation: ClusterObservation,
    private readonly tables: ReadonlyMap<string, KindTable>,
    /** Objects that could not be used, one sentence each. */
    readonly gaps: readonly string[],
  ) {
    this.states = new Map(
      observation.reads.map(read => [
        `${read.group}/${read.resource}`,
        read.state,
      ]),
    );
  }

  get origin(): ClusterObservation['origin'] {
    return this.observation.origin;
  }

  /** All objects of a kind. */
  list(kind: GroupKind): readonly KubernetesObject[] {
    return this.table(kind).all;
  }

  /** The objects of a namespaced kind in one namespace. */
  listIn(kind: GroupKind, namespace: string): readonly KubernetesObject[] {
    return this.table(kind).byNamespace.get(namespace) ?? [];
  }

  /** One object; leave the namespace out for cluster-scoped kinds. */
  get(
    kind: GroupKind,
    name: string,
    namespace?: string,
  ): KubernetesObject | undefined {
    return this.table(kind).byName.get(nameKey(namespace ?? '', name));
  }

  /** What became of reading a resource. Files mention what they contain and prove nothing about the rest. */
  readState(group: string, resource: string): ReadState {
    return this.states.get(`${group}/${resource}`) ?? 'not-read';
  }

  /** Whether an object of this kind that is not in the index does not exist in the cluster either. */
  provesAbsence(kind: ObservedKind): boolean {
    if (this.origin === 'files') {
      return false;
    }
    const state = this.readState(kind.group, kind.resource);
    return state === 'complete' || state === 'not-installed';
  }

  private table(kind: GroupKind): KindTable {
    return this.tables.get(kindKey(kind)) ?? emptyTable;
  }
}

function kindKey(kind: GroupKind): string {
  return `${kind.group}/${kind.kind}`;
}

function nameKey(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

function scopeOf(object: KubernetesObject): string {
  const kind = observedKinds.get(
    kindKey({ group: groupOf(object), kind: object.kind }),
  );
  return kind?.namespaced === false ? '' : namespaceOf(object);
}

function sortedTable(table: ReadonlyMap<string, KubernetesObject>): KindTable {
  const names = [...table.keys()].sort(compareText);
  const byName = new Map<string, KubernetesObject>();
  const byNamespace = new Map<string, KubernetesObject[]>();
  for (const name of names) {
    const object = table.get(name)!;
    byName.set(name, object);
    append(byNamespace, scopeOf(object), object);
  }
  return { all: [...byName.values()], byNamespace, byName };
}

function gapSentences(
  unusable: number,
  duplicates: ReadonlySet<string>,
): string[] {
  const gaps = [...duplicates]
    .sort(compareText)
    .map(name => `${name} is described twice, differently; one was used`);
  if (unusable > 0) {
    gaps.push(
      `${unusable} ${
        unusable === 1 ? 'object was' : 'objects were'
      } skipped: no apiVersion, kind or metadata.name`,
    );
  }
  return gaps;
}

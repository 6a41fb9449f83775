import {
  ClusterObservation,
  KubernetesObject,
  ReadState,
} from '../model/observation';
import { compareText } from './compareText';
import { groupOf, namespaceOf } from './metadata';
import { GroupKind, kinds, ObservedKind } from './kinds';
import { isKubernetesObject } from './isKubernetesObject';
import { stableText } from './stableText';

/** The objects of one kind in one namespace; cluster-scoped kinds have only the namespace of the empty name. */
interface Scope {
  all: KubernetesObject[];
  byName: ReadonlyMap<string, KubernetesObject>;
}

interface KindTable {
  all: KubernetesObject[];
  byNamespace: Map<string, Scope>;
}

/** The objects of one kind as they come in, by namespace and name. */
interface Intake {
  namespaced: boolean;
  namespaces: Map<string, Map<string, KubernetesObject>>;
}

const emptyTable: KindTable = { all: [], byNamespace: new Map() };

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
    const intakes = new Map<string, Intake>();
    const intakeOf = intakeFinder(intakes);
    const duplicates = new Set<string>();
    let unusable = 0;
    for (const object of observation.objects) {
      if (!isKubernetesObject(object)) {
        unusable += 1;
        continue;
      }
      const { namespaced, namespaces } = intakeOf(object);
      const namespace = namespaced ? namespaceOf(object) : '';
      const { name } = object.metadata;
      let byName = namespaces.get(namespace);
      if (byName === undefined) {
        byName = new Map();
        namespaces.set(namespace, byName);
      }
      const known = byName.get(name);
      if (known === undefined) {
        byName.set(name, object);
        continue;
      }
      const [kept, dropped] = [stableText(known), stableText(object)];
      if (kept !== dropped) {
        duplicates.add(`${object.kind} ${namespace}/${name}`);
        byName.set(name, kept < dropped ? known : object);
      }
    }
    return new ClusterIndex(
      observation,
      new Map([...intakes].map(([key, intake]) => [key, sortedTable(intake)])),
      gapSentences(unusable, duplicates),
    );
  }

  private readonly states: ReadonlyMap<string, ReadState>;
  /** Tables by the very objects that name kinds, which are asked for far more often than there are kinds. */
  private readonly tableOfKind = new Map<GroupKind, KindTable>();
  private readonly absenceProven = new Map<ObservedKind, boolean>();

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
    return this.table(kind).byNamespace.get(namespace)?.all ?? [];
  }

  /** One object; leave the namespace out for cluster-scoped kinds. */
  get(
    kind: GroupKind,
    name: string,
    namespace?: string,
  ): KubernetesObject | undefined {
    return this.table(kind)
      .byNamespace.get(namespace ?? '')
      ?.byName.get(name);
  }

  /** What became of reading a resource. Files mention what they contain and prove nothing about the rest. */
  readState(group: string, resource: string): ReadState {
    return this.states.get(`${group}/${resource}`) ?? 'not-read';
  }

  /** Whether an object of this kind that is not in the index does not exist in the cluster either. */
  provesAbsence(kind: ObservedKind): boolean {
    const known = this.absenceProven.get(kind);
    if (known !== undefined) {
      return known;
    }
    const state = this.readState(kind.group, kind.resource);
    const proven =
      this.origin !== 'files' &&
      (state === 'complete' || state === 'not-installed');
    this.absenceProven.set(kind, proven);
    return proven;
  }

  private table(kind: GroupKind): KindTable {
    let table = this.tableOfKind.get(kind);
    if (table === undefined) {
      table = this.tables.get(kindKey(kind)) ?? emptyTable;
      this.tableOfKind.set(kind, table);
    }
    return table;
  }
}

/** Versions of one kind share an intake; each version is looked up by itself, because that takes no new text. */
function intakeFinder(
  intakes: Map<string, Intake>,
): (object: KubernetesObject) => Intake {
  const byVersion = new Map<string, Map<string, Intake>>();
  return object => {
    const { apiVersion, kind } = object;
    const ofVersion = byVersion.get(apiVersion) ?? new Map<string, Intake>();
    byVersion.set(apiVersion, ofVersion);
    let intake = ofVersion.get(kind);
    if (intake === undefined) {
      const key = kindKey({ group: groupOf(object), kind });
      intake = intakes.get(key) ?? {
        namespaced: observedKinds.get(key)?.namespaced !== false,
        namespaces: new Map(),
      };
      intakes.set(key, intake);
      ofVersion.set(kind, intake);
    }
    return intake;
  };
}

function kindKey(kind: GroupKind): string {
  return `${kind.group}/${kind.kind}`;
}

/** Namespaces are few: sorting them, and names in each, compares less than sorting objects by both. */
function sortedTable({ namespaces }: Intake): KindTable {
  const table: KindTable = { all: [], byNamespace: new Map() };
  for (const namespace of [...namespaces.keys()].sort(compareText)) {
    const byName = namespaces.get(namespace)!;
    const all = [...byName.keys()]
      .sort(compareText)
      .map(name => byName.get(name)!);
    table.byNamespace.set(namespace, { all, byName });
    for (const object of all) {
      table.all.push(object);
    }
  }
  return table;
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

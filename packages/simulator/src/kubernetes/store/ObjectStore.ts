import type { StoredObject } from '../../estate/types';
import { ObjectTable, RangeOptions } from './ObjectTable';
import { ObjectVersion } from './ObjectVersion';

/** Where the objects of a kind are kept, whichever of its versions they are asked for in: `group/plural`. */
export type TableName = string;

/** Something that happened to an object. */
export interface Change {
  revision: number;
  table: TableName;
  /** The state after; of a deleted object the last one, with the revision of the deletion. */
  current: ObjectVersion;
  /** The state before; absent for a new object. */
  previous?: ObjectVersion;
  deleted: boolean;
}

/** Makes the object that is stored from the revision that it gets. */
export type CreateObject = (revision: number) => StoredObject;

/** Real servers have seen many writes before anybody looks. */
const FIRST_REVISION = 1000;

/**
 * The objects of a cluster with one revision for all of them, as etcd keeps them: past states can be read, and changes
 * be replayed, back to the last compaction.
 */
export class ObjectStore {
  #revision = FIRST_REVISION;
  #compactedRevision = FIRST_REVISION;
  #changes: Change[] = [];
  readonly #tables = new Map<TableName, ObjectTable>();
  readonly #listeners = new Set<(change: Change) => void>();

  get revision(): number {
    return this.#revision;
  }

  /** Revisions below this one cannot be read any more. */
  get compactedRevision(): number {
    return this.#compactedRevision;
  }

  get(table: TableName, key: string): ObjectVersion | undefined {
    return this.#tables.get(table)?.get(key, this.#revision);
  }

  range(options: RangeOptions & { table: TableName }): Iterable<ObjectVersion> {
    return this.#tables.get(options.table)?.range(options) ?? [];
  }

  /** The newest state of every object. */
  *all(): Generator<StoredObject> {
    for (const table of this.#tables.values()) {
      for (const { object } of table.range({
        prefix: '',
        revision: this.#revision,
      })) {
        yield object;
      }
    }
  }

  /** How many objects `range` would give. */
  count(options: RangeOptions & { table: TableName }): number {
    return this.#tables.get(options.table)?.count(options) ?? 0;
  }

  put(options: { table: TableName; key: string; create: CreateObject }): void {
    const { table, key, create } = options;
    const previous = this.get(table, key);
    const revision = ++this.#revision;
    const current = new ObjectVersion(key, revision, create(revision));
    this.#tableOf(table).push(key, { revision, version: current });
    this.#publish({
      revision,
      table,
      current,
      ...(previous && { previous }),
      deleted: false,
    });
  }

  /** False when there is no such object. */
  delete(table: TableName, key: string): boolean {
    const previous = this.get(table, key);
    if (!previous) {
      return false;
    }
    const revision = ++this.#revision;
    this.#tableOf(table).push(key, { revision });
    const { object } = previous;
    const current = new ObjectVersion(key, revision, {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(revision) },
    });
    this.#publish({ revision, table, current, previous, deleted: true });
    return true;
  }

  /** The changes after a revision, oldest first. */
  changesSince(table: TableName, revision: number): Change[] {
    return this.#changes.filter(
      change => change.table === table && change.revision > revision,
    );
  }

  /** Calls back on each change from now on, until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Forgets the past. Counts one revision more, as a write elsewhere in the cluster would, so that every token and every
   * watch position given out before is too old.
   */
  compact(): void {
    this.#compactedRevision = ++this.#revision;
    this.#changes = [];
    for (const table of this.#tables.values()) {
      table.compact(this.#revision);
    }
  }

  #tableOf(name: TableName): ObjectTable {
    let table = this.#tables.get(name);
    if (!table) {
      table = new ObjectTable();
      this.#tables.set(name, table);
    }
    return table;
  }

  #publish(change: Change): void {
    this.#changes.push(change);
    for (const listener of this.#listeners) {
      listener(change);
    }
  }
}

import { ObjectVersion } from './ObjectVersion';

/** A state of a key: an object, or the fact that it was deleted. */
interface KeyState {
  revision: number;
  version?: ObjectVersion;
}

export interface RangeOptions {
  /** Only keys that start with this. */
  prefix: string;
  /** Only keys from here on; includes the prefix. */
  from?: string;
  /** The state to read. */
  revision: number;
}

/** The objects of one resource, with their past states back to the last compaction, in the order of their keys. */
export class ObjectTable {
  readonly #states = new Map<string, KeyState[]>();
  #keys: string[] = [];
  #sorted = true;
  #newestRevision = 0;
  #deletedKeys = 0;

  /** Records the next state of a key. */
  push(key: string, state: KeyState): void {
    const states = this.#states.get(key);
    this.#newestRevision = state.revision;
    this.#deletedKeys +=
      Number(!state.version) - Number(!!states && !states.at(-1)?.version);
    if (states) {
      states.push(state);
      return;
    }
    this.#states.set(key, [state]);
    // Sorting waits for the next read: estates are loaded object by object.
    this.#sorted &&= this.#keys.length === 0 || this.#keys.at(-1)! < key;
    this.#keys.push(key);
  }

  get(key: string, revision: number): ObjectVersion | undefined {
    return this.#states.get(key)?.findLast(state => state.revision <= revision)
      ?.version;
  }

  /** How many objects `range` would give. */
  count(options: RangeOptions): number {
    const { prefix, from = prefix, revision } = options;
    const keys = this.#sortedKeys();
    const first = firstAtLeast(keys, from);
    const end = prefix === '' ? keys.length : firstAtLeast(keys, after(prefix));
    if (revision >= this.#newestRevision && this.#deletedKeys === 0) {
      return Math.max(end - first, 0);
    }
    let count = 0;
    for (let index = first; index < end; index++) {
      count += Number(this.get(keys[index], revision) !== undefined);
    }
    return count;
  }

  /** The objects of a state in the order of their keys. */
  *range(options: RangeOptions): Generator<ObjectVersion> {
    const { prefix, from = prefix, revision } = options;
    const keys = this.#sortedKeys();
    for (let index = firstAtLeast(keys, from); index < keys.length; index++) {
      const key = keys[index];
      if (!key.startsWith(prefix)) {
        return;
      }
      const version = this.get(key, revision);
      if (version) {
        yield version;
      }
    }
  }

  /** Forgets the states that were replaced up to a revision. */
  compact(revision: number): void {
    for (const [key, states] of this.#states) {
      const current = states.findLastIndex(state => state.revision <= revision);
      const kept = states.slice(Math.max(current, 0));
      if (kept.length === 1 && !kept[0].version) {
        this.#states.delete(key);
        this.#deletedKeys--;
      } else {
        this.#states.set(key, kept);
      }
    }
    this.#keys = this.#sortedKeys().filter(key => this.#states.has(key));
  }

  #sortedKeys(): string[] {
    if (!this.#sorted) {
      this.#keys.sort(byCodeUnit);
      this.#sorted = true;
    }
    return this.#keys;
  }
}

function byCodeUnit(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

/** The first key that sorts after all keys with a prefix. */
function after(prefix: string): string {
  const last = prefix.length - 1;
  return (
    prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1)
  );
}

function firstAtLeast(keys: string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (keys[middle] < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

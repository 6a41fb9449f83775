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

  /** Records the next state of a key. */
  push(key: string, state: KeyState): void {
    const states = this.#states.get(key);
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

import { append } from './append';
import { textMapField } from './field';
import { matchesSelector } from './labelSelector';

/** What selects pods of its namespace by labels. */
export interface Selecting<Value> {
  namespace: string;
  /** A `LabelSelector`, untrusted. */
  selector: unknown;
  value: Value;
}

/** Everything of one namespace, by the first label that it asks for. */
interface Group<Value> {
  byLabel: Map<string, Map<string, Selecting<Value>[]>>;
  /** What asks for no label by its value has to be tried every time. */
  others: Selecting<Value>[];
}

/**
 * Finds what selects given labels without trying everything that selects: a cluster has as many selectors as it has
 * workloads.
 */
export class SelectorIndex<Value> {
  private readonly groups = new Map<string, Group<Value>>();

  constructor(all: Iterable<Selecting<Value>>) {
    for (const entry of all) {
      this.add(entry);
    }
  }

  /** In no particular order: what asks for a label comes before what asks for none. */
  matching(namespace: string, labels: ReadonlyMap<string, string>): Value[] {
    const found: Value[] = [];
    this.search(namespace, labels, value => {
      found.push(value);
      return false;
    });
    return found;
  }

  /** Whether anything selects the labels. */
  hasMatch(namespace: string, labels: ReadonlyMap<string, string>): boolean {
    return this.search(namespace, labels, () => true);
  }

  /** Whether one of what selects the labels is the end of the search. */
  private search(
    namespace: string,
    labels: ReadonlyMap<string, string>,
    isEnd: (value: Value) => boolean,
  ): boolean {
    const group = this.groups.get(namespace);
    if (group === undefined) {
      return false;
    }
    for (const [label, value] of labels) {
      const candidates = group.byLabel.get(label)?.get(value);
      if (candidates !== undefined && endsIn(candidates, labels, isEnd)) {
        return true;
      }
    }
    return endsIn(group.others, labels, isEnd);
  }

  private add(entry: Selecting<Value>): void {
    let group = this.groups.get(entry.namespace);
    if (group === undefined) {
      group = { byLabel: new Map(), others: [] };
      this.groups.set(entry.namespace, group);
    }
    const [pair] = textMapField(entry.selector, 'matchLabels');
    if (pair === undefined) {
      group.others.push(entry);
      return;
    }
    const [label, value] = pair;
    const byValue =
      group.byLabel.get(label) ?? new Map<string, Selecting<Value>[]>();
    group.byLabel.set(label, byValue);
    append(byValue, value, entry);
  }
}

function endsIn<Value>(
  candidates: readonly Selecting<Value>[],
  labels: ReadonlyMap<string, string>,
  isEnd: (value: Value) => boolean,
): boolean {
  for (const { selector, value } of candidates) {
    if (matchesSelector(selector, labels) && isEnd(value)) {
      return true;
    }
  }
  return false;
}

import { Workload } from '../model/draft';
import { append } from './append';
import { matchesLabels } from './labelSelector';

/** Workloads by the labels of their pods. */
export class LabelTable {
  private readonly byLabel = new Map<string, Map<string, Workload[]>>();

  constructor(workloads: readonly Workload[] = []) {
    for (const workload of workloads) {
      this.add(workload);
    }
  }

  add(workload: Workload): void {
    for (const [label, value] of workload.podLabels) {
      let byValue = this.byLabel.get(label);
      if (byValue === undefined) {
        byValue = new Map();
        this.byLabel.set(label, byValue);
      }
      append(byValue, value, workload);
    }
  }

  /** Workloads whose pods carry all of the labels; none for the empty selector. */
  selected(selector: ReadonlyMap<string, string>): Workload[] {
    let candidates: readonly Workload[] | undefined;
    for (const [label, value] of selector) {
      const found = this.byLabel.get(label)?.get(value) ?? [];
      if (candidates === undefined || found.length < candidates.length) {
        candidates = found;
      }
    }
    return (candidates ?? []).filter(workload =>
      matchesLabels(selector, workload.podLabels),
    );
  }
}

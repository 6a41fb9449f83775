import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from './ClusterIndex';
import { field, listField, textField, textMapField } from './field';
import { kinds } from './kinds';
import { LabelTable } from './LabelTable';
import { labelsOf, namespaceOf, referenceKey, referenceOf } from './metadata';
import { SelectorIndex } from './SelectorIndex';

const templateKinds = [kinds.deployment, kinds.statefulSet, kinds.daemonSet];

/**
 * What runs pods, found by the labels its pods carry.
 *
 * Pods count as workloads of their own only where no Deployment, StatefulSet or DaemonSet explains them, once per
 * owner: a Service in front of an unknown kind of owner still has something behind it.
 */
export class WorkloadIndex {
  static create(index: ClusterIndex): WorkloadIndex {
    const templates = templateKinds.flatMap(kind =>
      index.list(kind).map(object => templateWorkload(object)),
    );
    return new WorkloadIndex(
      [...templates, ...unexplainedPods(index, templates)],
      [...templateKinds, kinds.pod].every(kind => index.provesAbsence(kind)),
    );
  }

  private readonly namespaces = new Map<
    string,
    { workloads: Workload[]; table: LabelTable }
  >();
  /** Made when somebody asks: few clusters have anything that selects pods across namespaces. */
  private everywhere?: LabelTable;

  private constructor(
    readonly all: readonly Workload[],
    /** Whether a workload that is not here does not exist in the cluster either. */
    readonly readWhole: boolean,
  ) {
    for (const workload of all) {
      let known = this.namespaces.get(workload.namespace);
      if (known === undefined) {
        known = { workloads: [], table: new LabelTable() };
        this.namespaces.set(workload.namespace, known);
      }
      known.workloads.push(workload);
      known.table.add(workload);
    }
  }

  listIn(namespace: string): readonly Workload[] {
    return this.namespaces.get(namespace)?.workloads ?? [];
  }

  /** Workloads of one namespace whose pods carry all of the labels; none for the empty selector. */
  selectedIn(
    namespace: string,
    selector: ReadonlyMap<string, string>,
  ): Workload[] {
    return this.namespaces.get(namespace)?.table.selected(selector) ?? [];
  }

  /** Workloads of any namespace whose pods carry all of the labels; none for the empty selector. */
  selected(selector: ReadonlyMap<string, string>): Workload[] {
    this.everywhere ??= new LabelTable(this.all);
    return this.everywhere.selected(selector);
  }
}

function templateWorkload(object: KubernetesObject): Workload {
  const template = field(object, 'spec.template');
  return {
    object,
    reference: referenceOf(object),
    namespace: namespaceOf(object),
    labels: labelsOf(object),
    podLabels: textMapField(template, 'metadata.labels'),
    podAnnotations: textMapField(template, 'metadata.annotations'),
    podSpec: field(template, 'spec'),
  };
}

function unexplainedPods(
  index: ClusterIndex,
  templates: readonly Workload[],
): Workload[] {
  const explanations = new SelectorIndex(
    templates.map(workload => ({
      namespace: workload.namespace,
      selector: selectorWithLabels(workload.object),
      value: workload,
    })),
  );
  const found = new Map<string, Workload>();
  for (const pod of index.list(kinds.pod)) {
    const labels = labelsOf(pod);
    if (!explanations.hasMatch(namespaceOf(pod), labels)) {
      const workload = podWorkload(pod, labels);
      const key = referenceKey(workload.reference);
      if (!found.has(key)) {
        found.set(key, workload);
      }
    }
  }
  return [...found.values()];
}

/** A selector without labels would explain pods that it has nothing to do with, and API servers refuse it. */
function selectorWithLabels(object: KubernetesObject): unknown {
  return textMapField(object, 'spec.selector.matchLabels').size > 0
    ? field(object, 'spec.selector')
    : undefined;
}

function podWorkload(
  pod: KubernetesObject,
  labels: ReadonlyMap<string, string>,
): Workload {
  return {
    object: pod,
    reference: ownerOf(pod) ?? referenceOf(pod),
    namespace: namespaceOf(pod),
    labels,
    podLabels: labels,
    podAnnotations: textMapField(pod, 'metadata.annotations'),
    podSpec: field(pod, 'spec'),
  };
}

function ownerOf(pod: KubernetesObject): ObjectRef | undefined {
  const [owner] = listField(pod, 'metadata.ownerReferences');
  const kind = textField(owner, 'kind');
  const name = textField(owner, 'name');
  if (kind === undefined || name === undefined) {
    return undefined;
  }
  return {
    apiVersion: textField(owner, 'apiVersion') ?? 'v1',
    kind,
    namespace: namespaceOf(pod),
    name,
  };
}

import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { append } from './append';
import { ClusterIndex } from './ClusterIndex';
import { field, listField, textField, textMapField } from './field';
import { kinds } from './kinds';
import { matchesLabels, matchesSelector } from './labelSelector';
import { labelsOf, namespaceOf, referenceKey, referenceOf } from './metadata';

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
      templateKinds.every(kind => index.provesAbsence(kind)),
    );
  }

  private readonly byPair = new Map<string, Workload[]>();
  private readonly byNamespacedPair = new Map<string, Workload[]>();
  private readonly byNamespace = new Map<string, Workload[]>();

  private constructor(
    readonly all: readonly Workload[],
    /** Whether a workload that is not here does not exist in the cluster either. */
    readonly readWhole: boolean,
  ) {
    for (const workload of all) {
      append(this.byNamespace, workload.namespace, workload);
      for (const [key, value] of workload.podLabels) {
        append(this.byPair, pairKey('', key, value), workload);
        append(
          this.byNamespacedPair,
          pairKey(workload.namespace, key, value),
          workload,
        );
      }
    }
  }

  listIn(namespace: string): readonly Workload[] {
    return this.byNamespace.get(namespace) ?? [];
  }

  /** Workloads of one namespace whose pods carry all of the labels; none for the empty selector. */
  selectedIn(
    namespace: string,
    selector: ReadonlyMap<string, string>,
  ): Workload[] {
    return this.narrowest(this.byNamespacedPair, namespace, selector);
  }

  /** Workloads of any namespace whose pods carry all of the labels; none for the empty selector. */
  selected(selector: ReadonlyMap<string, string>): Workload[] {
    return this.narrowest(this.byPair, '', selector);
  }

  private narrowest(
    pairs: ReadonlyMap<string, Workload[]>,
    namespace: string,
    selector: ReadonlyMap<string, string>,
  ): Workload[] {
    let candidates: Workload[] | undefined;
    for (const [key, value] of selector) {
      const found = pairs.get(pairKey(namespace, key, value)) ?? [];
      if (candidates === undefined || found.length < candidates.length) {
        candidates = found;
      }
    }
    return (candidates ?? []).filter(workload =>
      matchesLabels(selector, workload.podLabels),
    );
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
  const selectors = new Map<string, Workload[]>();
  for (const workload of templates) {
    const [first] = textMapField(
      workload.object,
      'spec.selector.matchLabels',
    ).entries();
    if (first !== undefined) {
      append(selectors, pairKey(workload.namespace, ...first), workload);
    }
  }
  const found = new Map<string, Workload>();
  for (const pod of index.list(kinds.pod)) {
    const workload = podWorkload(pod);
    if (!isExplained(workload, selectors)) {
      const key = referenceKey(workload.reference);
      if (!found.has(key)) {
        found.set(key, workload);
      }
    }
  }
  return [...found.values()];
}

function isExplained(
  pod: Workload,
  selectors: ReadonlyMap<string, Workload[]>,
): boolean {
  for (const [key, value] of pod.podLabels) {
    const owners = selectors.get(pairKey(pod.namespace, key, value)) ?? [];
    if (
      owners.some(owner =>
        matchesSelector(field(owner.object, 'spec.selector'), pod.podLabels),
      )
    ) {
      return true;
    }
  }
  return false;
}

function podWorkload(pod: KubernetesObject): Workload {
  return {
    object: pod,
    reference: ownerOf(pod) ?? referenceOf(pod),
    namespace: namespaceOf(pod),
    labels: labelsOf(pod),
    podLabels: labelsOf(pod),
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

function pairKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}\n${value}`;
}

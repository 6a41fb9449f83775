import {
  ClusterCoverage,
  Controller,
  Evidence,
  Finding,
  ObjectRef,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { AnnotationJudge } from '../annotations/AnnotationJudge';
import { ManagedCluster } from '../azure/facts';
import { KubernetesObject } from './observation';

/** Something that runs pods from one template: a Deployment, StatefulSet, DaemonSet, or a pod that none of them owns. */
export interface Workload {
  object: KubernetesObject;
  reference: ObjectRef;
  namespace: string;
  /** Labels of the workload object itself. */
  labels: ReadonlyMap<string, string>;
  podLabels: ReadonlyMap<string, string>;
  podAnnotations: ReadonlyMap<string, string>;
  /** The pod's `spec`, untrusted: read it with the accessors of `objects/field`. */
  podSpec: unknown;
}

/** Two sources that do not agree. Rules turn them into findings. */
export interface Contradiction {
  kind:
    | 'class-conflict'
    | 'controller-conflict'
    | 'exposure-mismatch'
    | 'passthrough-client-ip';
  subject: ObjectRef;
  /** What disagrees with what, in one sentence. */
  message: string;
  evidence: Evidence[];
}

/** A service as resolved, before rules have looked at it. */
export interface ServiceDraft
  extends Omit<ServiceTraffic, 'cluster' | 'risk' | 'findings'> {
  object: KubernetesObject;
  /** Workloads whose pods the Service selects. */
  workloads: Workload[];
  /** Contradictions of the objects that lead to this Service. */
  contradictions: Contradiction[];
  /** Whether everything that could expose the Service was read: only then does "no finding" mean "no risk". */
  readWhole: boolean;
}

export interface OrphanDraft {
  resource: ObjectRef;
  reason: string;
  evidence: Evidence[];
}

/** Everything resolved about one cluster, before rules have looked at it. */
export interface AnalysisDraft {
  cluster: string;
  coverage: ClusterCoverage;
  /** The managed cluster's row, where Azure was read. */
  managedCluster?: ManagedCluster;
  controllers: Controller[];
  /** Sorted by namespace and name. */
  services: ServiceDraft[];
  orphans: OrphanDraft[];
  /** Contradictions of objects that lead to no Service. */
  contradictions: Contradiction[];
  /** Judges annotations of Ingresses, and what Ingresses inherit, when asked. */
  annotations: Pick<AnnotationJudge, 'verdictsOf' | 'effectsOf'>;
}

/** The findings of all rules, by what they belong to. */
export interface Assessment {
  cluster: Finding[];
  /** By `namespace/service`. */
  services: ReadonlyMap<string, Finding[]>;
  /** Services, by `namespace/service`, about which some rule could not tell for want of data. */
  unjudged: ReadonlySet<string>;
  /** By `referenceKey` of the orphan's resource. */
  orphans: ReadonlyMap<string, Finding[]>;
}

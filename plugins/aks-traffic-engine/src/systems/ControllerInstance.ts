import { Confidence, Evidence } from 'backstage-plugin-aks-traffic-common';
import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { IngressServing, SystemDefinition } from './SystemDefinition';

/** A controller found in a cluster, with what is needed to say what it serves and how it is reached. */
export interface ControllerInstance {
  definition: SystemDefinition;
  /** Pods of a classic Istio Gateway carry its traffic; they read no objects and serve no class. */
  role?: 'classic-gateway';
  name: string;
  namespace?: string;
  workload?: Workload;
  image?: string;
  version?: string;
  serving: readonly IngressServing[];
  /** Services that lead to the pods that carry its traffic, without those of type ClusterIP where others exist. */
  frontServices: readonly KubernetesObject[];
  confidence: Confidence;
  evidence: Evidence[];
}

/** A name for a controller that no other controller of the cluster has. */
export function instanceKey(instance: ControllerInstance): string {
  return [
    instance.definition.system,
    instance.namespace ?? '',
    instance.name,
    instance.workload?.reference.kind ?? '',
  ].join('/');
}

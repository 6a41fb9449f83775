import { Workload } from '../../model/draft';
import { KubernetesObject } from '../../model/observation';

/** A route by which the mesh sends traffic for hosts outside through an egress gateway of its own. */
export interface MeshEgressRoute {
  /** The hosts that are outside. */
  hosts: string[];
  /** The VirtualService or Gateway API route that says so, and the field that does. */
  source: KubernetesObject;
  field: string;
  /** The Service in front of the gateway. */
  gateway: KubernetesObject;
  /** What carries the gateway; empty where its pods were not read. */
  carriers: readonly Workload[];
  /** Namespaces whose pods it holds for; all of them when absent. */
  namespaces?: readonly string[];
}

import {
  AnnotationVerdict,
  IngressSystem,
  MigrationTarget,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';

/**
 * What to move, where to, and what is known of the cluster.
 *
 * @public
 */
export interface MigrateOptions {
  target: MigrationTarget;
  /**
   * The Ingresses to move, and what they refer to as far as it is there: Services for named ports, other Ingresses of
   * the same hosts. Anything else is left alone.
   */
  objects: readonly KubernetesObject[];
  /** Which of the Ingresses to move; all of them when absent. */
  only?: readonly { namespace: string; name: string }[];
  /**
   * Who serves the Ingresses, where that is known from a cluster; by their classes otherwise, whose IngressClasses may be
   * among the objects.
   */
  servedBy?: readonly {
    namespace: string;
    name: string;
    system: IngressSystem;
  }[];
  /** Version of Kubernetes of the cluster, such as `1.35.4`; decides which fields there are. */
  kubernetesVersion?: string;
  /**
   * Whether the Gateway is to have a private address. The front door of an Ingress cannot be read off itself: when absent
   * the Gateway is public, and a note asks whether that is meant.
   */
  internal?: boolean;
  /**
   * Whether to write routes that answer everybody where today something keeps callers out and the target has nothing that
   * does. Without it these paths are not served, and say so.
   */
  allowOpen?: boolean;
  /** Where the Gateway goes; by default one beside the first Ingress. */
  gateway?: { namespace: string; name: string };
  /** The prefix of the annotations, slash left out, where the controller was started with another one. */
  annotationPrefix?: string;
}

/**
 * How much of a person's attention a note needs: `decide` before the move, `check` after it, `done` for what was
 * carried over or needs nothing.
 *
 * @public
 */
export type MigrationAttention = 'decide' | 'check' | 'done';

/**
 * Something that became of an Ingress, one of its annotations, or what NGINX does by itself.
 *
 * @public
 */
export interface MigrationNote {
  object: ObjectRef;
  attention: MigrationAttention;
  /** Name of the annotation, prefix left out, or of what it is about, such as `tls`. */
  about: string;
  /** One or two sentences for people. */
  message: string;
}

/**
 * A host and path of the Ingresses, and what serves it after the move.
 *
 * @public
 */
export interface MigratedPath {
  from: ObjectRef;
  /** `*` for any host. */
  host: string;
  path: string;
  pathType: string;
  /** The route; absent when nothing serves it. */
  route?: ObjectRef;
  /** Why nothing serves it. */
  reason?: string;
}

/**
 * What keeps callers out of an Ingress today and would not after the move.
 *
 * @public
 */
export interface MigrationOpening {
  object: ObjectRef;
  /** Name of the annotation, prefix left out. */
  annotation: string;
  /** What is lost, and the way out. */
  message: string;
}

/**
 * The outcome of a migration. Nothing is dropped: every annotation has a verdict and a note, and every path is served
 * or says why it is not.
 *
 * @public
 */
export interface Migration {
  target: MigrationTarget;
  /** Objects to apply, in an order in which they can be. */
  objects: KubernetesObject[];
  annotations: AnnotationVerdict[];
  notes: MigrationNote[];
  paths: MigratedPath[];
  /** Empty when whoever is kept out today is kept out after the move too. */
  openings: MigrationOpening[];
  /** Names of what serves the Ingresses today. */
  from: string[];
  /** Whether the routes of {@link Migration.openings} were written all the same. */
  isOpen: boolean;
}

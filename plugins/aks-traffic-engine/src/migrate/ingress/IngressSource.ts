import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { ServingSystem } from './servingSystem';

/** Where a path of an Ingress leads. */
export interface SourceBackend {
  service: string;
  /** Number or name; absent when neither is stated. */
  port?: number | string;
}

/** One path of one host of an Ingress. */
export interface SourcePath {
  /** Absent for any host. */
  host?: string;
  path: string;
  pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific';
  /** Absent for a backend that is no Service. */
  backend?: SourceBackend;
  /** Whether it stands for `spec.defaultBackend`. */
  isDefault: boolean;
}

/** An entry of `spec.tls`; without hosts it is for all of the Ingress. */
export interface SourceTls {
  hosts: string[];
  secret?: string;
}

/** An Ingress, read. */
export interface IngressSource {
  object: KubernetesObject;
  reference: ObjectRef;
  namespace: string;
  served: ServingSystem;
  /** Annotations of ingress-nginx by name without prefix; none where another system serves it. */
  nginx: ReadonlyMap<string, string>;
  /** Names without prefix of those whose values were not shown to who reads them; they are not in `nginx`. */
  withheld: ReadonlySet<string>;
  /** All annotations by key. */
  annotations: ReadonlyMap<string, string>;
  paths: SourcePath[];
  tls: SourceTls[];
  isCanary: boolean;
  /** ISO time; absent in files. */
  createdAt?: string;
}

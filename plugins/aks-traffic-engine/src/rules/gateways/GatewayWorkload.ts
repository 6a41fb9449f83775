import { Controller, ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';

/** A Deployment, DaemonSet or StatefulSet whose pods carry traffic into a cluster. */
export interface GatewayWorkload {
  object: KubernetesObject;
  reference: ObjectRef;
  namespace: string;
  podSpec: unknown;
  podLabels: ReadonlyMap<string, string>;
  /** Addresses of the load balancers in front of it. */
  addresses: ReadonlySet<string>;
  /** The controllers that this workload is. */
  controllers: readonly Controller[];
  /** Azure makes it and decides what it looks like. */
  isManaged: boolean;
}

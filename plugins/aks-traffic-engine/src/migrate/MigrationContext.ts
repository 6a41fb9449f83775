import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';
import { isAtLeastVersion } from '../annotations/gatewayApiBundles';
import { KubernetesObject } from '../model/observation';
import { groupOf } from '../objects/metadata';
import { IngressSource } from './ingress/IngressSource';
import { MigrationAttention, MigrationNote } from './types';

/** What a step of the migration knows, and where it says what it did. */
export interface MigrationContext {
  target: MigrationTarget;
  /** Every Ingress there is, also those that stay: they decide how a host's paths are read. */
  ingresses: readonly IngressSource[];
  /** Everything that was given. */
  objects: readonly KubernetesObject[];
  service(namespace: string, name: string): KubernetesObject | undefined;
  /** Whether the cluster's Gateway API has what came with a version of AKS; false where the version is not known. */
  hasAks(version: string): boolean;
  note(
    source: IngressSource,
    attention: MigrationAttention,
    about: string,
    message: string,
  ): void;
}

/** A context that collects the notes of all steps; the same note is kept once. */
export function createContext(options: {
  target: MigrationTarget;
  ingresses: readonly IngressSource[];
  objects: readonly KubernetesObject[];
  kubernetesVersion: string | undefined;
}): MigrationContext & { notes: MigrationNote[] } {
  const { target, ingresses, objects, kubernetesVersion } = options;
  const byName = new Map(
    objects
      .filter(object => object.kind === 'Service' && groupOf(object) === '')
      .map(service => [
        `${service.metadata.namespace ?? 'default'}/${service.metadata.name}`,
        service,
      ]),
  );
  const notes = new Map<string, MigrationNote>();
  return {
    target,
    ingresses,
    objects,
    service: (namespace, name) => byName.get(`${namespace}/${name}`),
    hasAks: version =>
      kubernetesVersion !== undefined &&
      isAtLeastVersion(kubernetesVersion, version) === true,
    note: ({ reference: object }, attention, about, message) => {
      const note = { object, attention, about, message };
      notes.set(JSON.stringify(note), note);
    },
    get notes() {
      return [...notes.values()];
    },
  };
}

import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { AssessmentInput } from '../model/stages';

/** An object's kind and name for a message. */
export function nameOf(reference: ObjectRef): string {
  const { kind, namespace, name } = reference;
  return namespace === undefined
    ? `${kind} ${name}`
    : `${kind} ${namespace}/${name}`;
}

/** A list for a message. */
export function listed(values: readonly string[]): string {
  return values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} and ${values.at(-1)}`;
}

/** How the cluster is called in a message. */
export function clusterName(input: AssessmentInput): string {
  return input.draft.managedCluster?.name ?? input.draft.cluster;
}

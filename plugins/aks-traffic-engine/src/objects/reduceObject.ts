import { KubernetesObject } from '../model/observation';
import { entriesField, field, listField, property, textField } from './field';
import { isKubernetesObject } from './isKubernetesObject';
import { ObservedKind, kinds } from './kinds';
import { groupOf } from './metadata';

/** Kubectl keeps a whole copy of the manifest here, values of environment variables included. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** What controllers are told by environment; every other variable may hold a credential and is dropped. */
const knownVariables = new Set([
  'CONTROLLER_INGRESS_CLASS',
  'CONTROLLER_PUBLISH_SERVICE',
  'PILOT_GATEWAY_API_CONTROLLER_NAME',
]);

const containerFields = [
  'name',
  'image',
  'command',
  'args',
  'ports',
  'readinessProbe',
  'resources',
];
const podFields = [
  'nodeName',
  'nodeSelector',
  'affinity',
  'tolerations',
  'hostNetwork',
  'serviceAccountName',
  'topologySpreadConstraints',
];
const metadataFields = [
  'name',
  'namespace',
  'uid',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'labels',
  'ownerReferences',
];

const observed = new Set(
  Object.values(kinds).map(
    ({ group, kind }: ObservedKind) => `${group}/${kind}`,
  ),
);

/**
 * Keeps of an object what the engine uses, so that a page of a list can be let go at once.
 *
 * @remarks
 * Most of an object as an API server sends it is bookkeeping (`managedFields`), a second copy of itself
 * (last-applied configuration) or pod details that decide nothing about traffic. Environment variables are dropped
 * but for the few by which controllers are configured, since they may hold credentials. The verdicts on reduced
 * objects are those on the whole ones. The input is not changed, and the output shares its parts.
 *
 * @param raw - an object as an API server or a manifest has it, with `apiVersion` and `kind`
 * @returns `undefined` for a kind the engine does not read, and for anything that is not a named object
 *
 * @public
 */
export function reduceObject(raw: unknown): KubernetesObject | undefined {
  if (
    !isKubernetesObject(raw) ||
    !observed.has(`${groupOf(raw)}/${raw.kind}`)
  ) {
    return undefined;
  }
  const reduced: KubernetesObject = {
    ...raw,
    metadata: reduceMetadata(raw.metadata),
  };
  switch (raw.kind) {
    case kinds.customResourceDefinition.kind:
      delete reduced.spec;
      delete reduced.status;
      break;
    case kinds.pod.kind:
      reduced.spec = reducePodSpec(raw.spec);
      reduced.status = pick(raw.status, [
        'phase',
        'conditions',
        'podIP',
        'podIPs',
      ]);
      break;
    case kinds.node.kind:
      reduced.spec = pick(raw.spec, ['providerID', 'taints', 'unschedulable']);
      reduced.status = pick(raw.status, ['addresses', 'conditions']);
      break;
    case kinds.deployment.kind:
    case kinds.daemonSet.kind:
    case kinds.statefulSet.kind:
      reduced.spec = reduceWorkloadSpec(raw.spec);
      break;
    default:
  }
  return reduced;
}

function pick(
  value: unknown,
  names: readonly string[],
): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const found = property(value, name);
    if (found !== undefined) {
      picked[name] = found;
    }
  }
  return picked;
}

function reduceMetadata(
  metadata: KubernetesObject['metadata'],
): KubernetesObject['metadata'] {
  const annotations = entriesField(metadata, 'annotations').filter(
    ([key]) => key !== lastApplied,
  );
  return {
    ...(pick(metadata, metadataFields) as KubernetesObject['metadata']),
    ...(annotations.length > 0 && {
      annotations: Object.fromEntries(annotations) as Record<string, string>,
    }),
  };
}

function reduceWorkloadSpec(spec: unknown): Record<string, unknown> {
  const template = property(spec, 'template');
  return {
    ...pick(spec, ['replicas', 'selector', 'strategy', 'updateStrategy']),
    ...(template !== undefined && {
      template: {
        metadata: pick(property(template, 'metadata'), [
          'labels',
          'annotations',
        ]),
        spec: reducePodSpec(property(template, 'spec')),
      },
    }),
  };
}

function reducePodSpec(spec: unknown): Record<string, unknown> {
  return {
    ...pick(spec, podFields),
    containers: listField(spec, 'containers').map(reduceContainer),
    initContainers: listField(spec, 'initContainers').map(reduceContainer),
  };
}

function reduceContainer(container: unknown): Record<string, unknown> {
  const variables = listField(container, 'env').filter(entry =>
    knownVariables.has(textField(entry, 'name') ?? ''),
  );
  return {
    ...pick(container, containerFields),
    ...(variables.length > 0 && {
      env: variables.map(entry => ({
        name: field(entry, 'name'),
        value: field(entry, 'value'),
      })),
    }),
  };
}

import { writeManifests } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { field } from '../../objects/field';
import { imageParts } from './imageParts';
import { PatternInputs, RenderedFile } from './PatternInputs';
import { kustomization } from './kustomization';

/** What tells the names of staging from those of production, so that one cluster can hold both. */
export const stagingSuffix = '-staging';

/** An operation of a JSON patch. */
interface Operation {
  op: 'replace';
  path: string;
  value: unknown;
}

/**
 * An overlay for each of two environments. Production keeps the names of the base; staging has a namespace, host names
 * and an Azure resource of its own.
 */
export function overlays(
  inputs: PatternInputs,
  objects: readonly KubernetesObject[],
): RenderedFile[] {
  const { namespace, replicas = { minimum: 2, maximum: 6 } } = inputs;
  return [
    overlay('staging', inputs, {
      namespace: `${namespace}${stagingSuffix}`,
      patches: [
        ...objects.flatMap(object => stagingPatches(object, inputs)),
        scaled(inputs, replicas.minimum, replicas.maximum),
      ],
    }),
    overlay('production', inputs, {
      patches: [
        scaled(
          inputs,
          Math.max(replicas.minimum, 3),
          Math.max(replicas.maximum, 10),
        ),
      ],
    }),
  ];
}

function overlay(
  environment: string,
  { image }: PatternInputs,
  fields: object,
): RenderedFile {
  return {
    path: `overlays/${environment}/kustomization.yaml`,
    content: writeManifests([
      kustomization({
        resources: ['../../base'],
        images: [imageParts(image)],
        ...fields,
      }),
    ]),
  };
}

function scaled(inputs: PatternInputs, minimum: number, maximum: number) {
  return patchOf('HorizontalPodAutoscaler', inputs.name, [
    { op: 'replace', path: '/spec/minReplicas', value: minimum },
    { op: 'replace', path: '/spec/maxReplicas', value: maximum },
  ]);
}

function patchOf(kind: string, name: string, operations: Operation[]) {
  return { target: { kind, name }, patch: writeManifests([operations]) };
}

/** What Kustomize does not see in an object when it changes the namespace, and what must not be there twice. */
function stagingPatches(object: KubernetesObject, inputs: PatternInputs) {
  const { namespace, host, stagingHost } = inputs;
  const values = new Map<unknown, string>([
    ...(host === undefined
      ? []
      : [[host, stagingHost ?? stagingHostOf(host)] as const]),
    [
      `cluster.local/ns/${namespace}/sa/${inputs.name}-istio`,
      `cluster.local/ns/${namespace}${stagingSuffix}/sa/${inputs.name}-istio`,
    ],
    [`pls-${inputs.name}`, `pls-${inputs.name}${stagingSuffix}`],
  ]);
  const operations = [
    ...replacements(object.spec, '/spec', values),
    ...(field(object, 'spec.targetRef.namespace') === namespace
      ? [
          {
            op: 'replace' as const,
            path: '/spec/targetRef/namespace',
            value: `${namespace}${stagingSuffix}`,
          },
        ]
      : []),
  ];
  return operations.length > 0
    ? [patchOf(object.kind, object.metadata.name, operations)]
    : [];
}

/** An operation for each place that has one of the values. */
function replacements(
  value: unknown,
  path: string,
  values: ReadonlyMap<unknown, string>,
): Operation[] {
  const replacement = values.get(value);
  if (replacement !== undefined) {
    return [{ op: 'replace', path, value: replacement }];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) =>
        replacements(each, `${path}/${pointer(key)}`, values),
      )
    : [];
}

/** A key as JSON Pointer writes it. */
function pointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** In the same domain, so that a certificate for all of it serves both, and never in a domain of somebody else. */
function stagingHostOf(host: string): string {
  const [, wildcard = '', name] = /^(\*\.)?(.*)$/.exec(host) ?? [];
  if (name?.split('.').length === 2) {
    return `${wildcard}staging.${name}`;
  }
  return host.replace(/^(\*\.)?([^.]+)/, `$1$2${stagingSuffix}`);
}

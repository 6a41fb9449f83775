import { PatternId } from 'backstage-plugin-aks-traffic-common';
import { stringify } from 'yaml';
import { parseAddressRanges } from '../../annotations/values/parseAddressRanges';
import { KubernetesObject } from '../../model/observation';
import { patterns } from '../patterns';
import { PatternInputs, RenderedFile } from './PatternInputs';
import { patternObjects } from './patternObjects';
import { imageParts } from './imageParts';
import { PodSecurity, workload } from './workload';

/**
 * The manifests of a service that takes traffic by a pattern: a Kustomize base, and an overlay for each of two
 * environments.
 *
 * @throws Error when the inputs do not fit the pattern; {@link patternProblems} says so beforehand.
 *
 * @public
 */
export function renderPattern(
  id: PatternId,
  inputs: PatternInputs,
): RenderedFile[] {
  const problems = patternProblems(id, inputs);
  if (problems.length > 0) {
    throw new Error(problems.join(' '));
  }
  const { service, gateway, networkPolicy } = patternObjects[id](inputs);
  const files: Record<string, KubernetesObject[]> = {
    ...workload(inputs, podSecurityOf(id)),
    service,
    ...(gateway.length > 0 && { gateway }),
    'network-policy': networkPolicy,
  };
  return [
    ...Object.entries(files).map(([file, objects]) => ({
      path: `base/${file}.yaml`,
      content: yamlOf(objects),
    })),
    {
      path: 'base/kustomization.yaml',
      content: yamlOf([
        kustomization({
          resources: Object.keys(files).map(file => `${file}.yaml`),
        }),
      ]),
    },
    ...overlays(inputs),
  ];
}

/**
 * Why inputs do not fit a pattern, one sentence each; empty when they do.
 *
 * @public
 */
export function patternProblems(
  id: PatternId,
  inputs: PatternInputs,
): string[] {
  const pattern = patterns.find(each => each.id === id);
  if (!pattern) {
    return [`There is no pattern ${id}.`];
  }
  const { name, namespace, exposure, host, port, sourceRanges } = inputs;
  const { callers = [], meshRevision } = inputs;
  const needsHost = pattern.target !== undefined;
  return [
    !isName(name, 40) &&
      `The name ${name} is not made of lower-case letters, digits and dashes, at most 40.`,
    !isName(namespace, 63) &&
      `The namespace ${namespace} is not made of lower-case letters, digits and dashes, at most 63.`,
    !pattern.exposures.includes(exposure) &&
      `${pattern.title} is for ${pattern.exposures.join(
        ' or ',
      )} services, not for ${exposure} ones.`,
    needsHost &&
      !isHost(host) &&
      `${pattern.title} needs the host name that clients use.`,
    !(Number.isInteger(port) && port >= 1 && port <= 65535) &&
      `The port ${port} is not between 1 and 65535.`,
    id === 'layer-4' &&
      exposure === 'public' &&
      !sourceRanges?.length &&
      'A public load balancer needs the ranges of addresses that may call it.',
    id === 'mesh-gateway' &&
      meshRevision === undefined &&
      `${pattern.title} needs the revision of the mesh, such as asm-1-30: without it no pod gets a sidecar.`,
    ...callers.map(
      caller =>
        !isNamespace(caller) &&
        `The caller ${caller} is no name of a namespace.`,
    ),
    ...(sourceRanges ?? []).map(
      range =>
        !isRange(range) &&
        `${range} is no range of addresses in CIDR notation.`,
    ),
  ].filter(problem => problem !== false);
}

function isName(text: string, length: number): boolean {
  return text.length <= length && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

function isNamespace(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

function isRange(text: string): boolean {
  return text.includes('/') && parseAddressRanges(text)?.length === 1;
}

function isHost(host: string | undefined): boolean {
  return (
    host !== undefined &&
    host.length <= 253 &&
    /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/.test(
      host,
    )
  );
}

function overlays(inputs: PatternInputs): RenderedFile[] {
  const { name, image, replicas = { minimum: 2, maximum: 6 } } = inputs;
  const overlay = (environment: string, minimum: number, maximum: number) => ({
    path: `overlays/${environment}/kustomization.yaml`,
    content: yamlOf([
      kustomization({
        resources: ['../../base'],
        images: [imageParts(image)],
        patches: [
          {
            target: { kind: 'HorizontalPodAutoscaler', name },
            patch: stringify([
              { op: 'replace', path: '/spec/minReplicas', value: minimum },
              { op: 'replace', path: '/spec/maxReplicas', value: maximum },
            ]),
          },
        ],
      }),
    ]),
  });
  return [
    overlay('staging', replicas.minimum, replicas.maximum),
    overlay(
      'production',
      Math.max(replicas.minimum, 3),
      Math.max(replicas.maximum, 10),
    ),
  ];
}

/**
 * How strict the namespace is with pods. The gateway that Istio makes beside the service names no seccomp profile, which
 * `restricted` asks for; the sidecars' set-up changes the network of the pod, which even `baseline` forbids.
 *
 * Source: istio/istio manifests/charts/istio-control/istio-discovery/files/kube-gateway.yaml and
 * injection-template.yaml.
 */
function podSecurityOf(id: PatternId): PodSecurity {
  switch (id) {
    case 'mesh-gateway':
      return 'privileged';
    case 'app-routing-public':
    case 'app-routing-internal':
    case 'front-door-private-link':
      return 'baseline';
    default:
      return 'restricted';
  }
}

function kustomization(fields: object): object {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...fields,
  };
}

function yamlOf(objects: readonly object[]): string {
  return objects
    .map(object =>
      stringify(object, { lineWidth: 0, aliasDuplicateObjects: false }),
    )
    .join('---\n');
}

import { PatternId, writeManifests } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { overlays } from './overlays';
import { kustomization } from './kustomization';
import { PatternInputs, RenderedFile } from './PatternInputs';
import { patternObjects } from './patternObjects';
import { patternProblems } from './patternProblems';
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
  // A form that was filled in for another pattern before may say more than this one needs.
  const fitting =
    id === 'mesh-gateway' ? inputs : { ...inputs, meshRevision: undefined };
  const { service, gateway, networkPolicy } = patternObjects[id](fitting);
  const files: Record<string, KubernetesObject[]> = {
    ...workload(fitting, podSecurityOf(id)),
    service,
    ...(gateway.length > 0 && { gateway }),
    'network-policy': networkPolicy,
  };
  return [
    ...Object.entries(files).map(([file, objects]) => ({
      path: `base/${file}.yaml`,
      content: writeManifests(objects),
    })),
    {
      path: 'base/kustomization.yaml',
      content: writeManifests([
        kustomization({
          resources: Object.keys(files).map(file => `${file}.yaml`),
        }),
      ]),
    },
    ...overlays(fitting, Object.values(files).flat()),
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

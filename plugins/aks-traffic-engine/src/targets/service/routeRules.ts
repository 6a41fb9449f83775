import { TargetRequirement } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { ingressPaths } from '../../annotations/effects/ingressPaths';
import { objectEvidence } from '../../objects/evidence';
import { listField } from '../../objects/field';
import { requirement } from '../requirement';
import { rulesPerHttpRoute } from '../targetFacts';
import { Move } from './Move';

/** An HTTPRoute holds so many rules; an Ingress with more paths becomes several. It is worth knowing, and no obstacle. */
export function routeRules({ ingresses }: Move): TargetRequirement | undefined {
  const large = ingresses.flatMap(ingress => {
    const paths = mostPaths(ingress);
    return paths > rulesPerHttpRoute ? { ingress, paths } : [];
  });
  return large.length === 0
    ? undefined
    : requirement({
        id: 'route-rules',
        met: true,
        message: `One HTTPRoute holds ${rulesPerHttpRoute} rules at most; ${large
          .map(
            ({ ingress, paths }) =>
              `Ingress ${
                ingress.metadata.name
              } has a host with ${paths} paths and becomes ${Math.ceil(
                paths / rulesPerHttpRoute,
              )} routes for it`,
          )
          .join(', ')}.`,
        evidence: large.map(({ ingress, paths }) =>
          objectEvidence({
            object: ingress,
            field: 'spec.rules[].http.paths',
            value: String(paths),
            meaning: 'Paths of one host, each of which becomes a rule.',
          }),
        ),
        source: 'httpRoute',
      });
}

/** The number of paths of the host that has the most; those of all hosts where even these fit into one route. */
function mostPaths(ingress: KubernetesObject): number {
  const all = listField(ingress, 'spec.rules').reduce<number>(
    (sum, rule) => sum + listField(rule, 'http.paths').length,
    0,
  );
  if (all <= rulesPerHttpRoute) {
    return all;
  }
  const counts = new Map<string, number>();
  for (const { host } of ingressPaths(ingress)) {
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

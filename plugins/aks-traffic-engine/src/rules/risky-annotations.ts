import { AnnotationVerdict } from 'backstage-plugin-aks-traffic-common';
import { isNginx, nginxSystems } from '../annotations/AnnotationReader';
import { referenceKey } from '../objects/metadata';
import { createRule } from './createRule';
import { httpEntries } from './httpEntries';
import { verdictEvidence } from '../annotations/verdictEvidence';
import { ingressOf } from './ingressOf';
import { listed, nameOf } from './messageText';

/** Ingresses with annotations that are dangerous, or whose protection is lost when the controller is replaced. */
export const riskyAnnotations = createRule(
  {
    id: 'risky-annotations',
    description:
      'An Ingress puts raw configuration into NGINX, or rests its protection on an annotation that no managed gateway has an equivalent for.',
    remediation: {
      summary: 'Replace the annotations before the controller is replaced.',
      actions: [
        'Express what a snippet does by routes, filters or policies; what cannot be expressed belongs into the service.',
        'Move authentication into the service, an identity-aware proxy or the mesh.',
      ],
    },
  },
  {
    systems: nginxSystems,
    *service(service, input) {
      const seen = new Set<string>();
      for (const entry of httpEntries(service)) {
        if (!isNginx(entry.system)) {
          continue;
        }
        const key = referenceKey(entry.resource);
        const ingress = ingressOf(entry.resource, input);
        if (seen.has(key) || ingress === undefined) {
          continue;
        }
        seen.add(key);
        const verdicts = input.draft.annotations.verdictsOf(ingress);
        const found = verdicts.filter(
          verdict => isSnippet(verdict) || isLostProtection(verdict),
        );
        if (found.length === 0) {
          continue;
        }
        const names = listed(found.map(({ name }) => name));
        const raw = found.some(isSnippet);
        yield {
          situation: raw ? 'snippet' : 'no-successor',
          subject: entry.resource,
          message: `${nameOf(entry.resource)} ${
            raw
              ? `puts raw configuration into NGINX by ${names}: whoever may write the Ingress may read what the controller reads, and no other gateway takes it over.`
              : `is protected by ${names}, for which no managed gateway has an equivalent: moved as it is, the protection is gone.`
          } Replace it.`,
          evidence: found.map(verdict =>
            verdictEvidence(
              verdict,
              isSnippet(verdict)
                ? 'Raw configuration'
                : 'Protection that is lost with the controller',
            ),
          ),
        };
      }
    },
  },
);

/** Raw configuration, unless the controller is known not to take it. */
function isSnippet({ upstreamRisk, effective }: AnnotationVerdict): boolean {
  return upstreamRisk === 'Critical' && effective !== false;
}

/** What protects a service today, and what none of the managed successors of the controller does. */
function isLostProtection({
  security,
  effective,
  targets,
}: AnnotationVerdict): boolean {
  return (
    security &&
    effective !== false &&
    targets.every(({ outcome }) => outcome === 'blocked')
  );
}

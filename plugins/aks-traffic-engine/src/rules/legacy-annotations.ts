import { IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { isNginx } from '../annotations/AnnotationReader';
import { referenceKey } from '../objects/metadata';
import { createRule } from './createRule';
import { verdictEvidence } from '../annotations/verdictEvidence';
import { ingressOf } from './ingressOf';
import { nameOf } from './messageText';

/** Systems of which nobody can say whether they read the annotations. */
const undecided: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'other',
  'unknown',
]);

/** Ingresses with annotations of ingress-nginx that something else serves and does not read. */
export const legacyAnnotations = createRule(
  {
    id: 'legacy-annotations',
    description:
      'Annotations of ingress-nginx on an Ingress that something else serves have no effect.',
    remediation: {
      summary:
        "Remove the annotations, or say the same in the controller's own terms.",
      actions: [
        'Check what each annotation was for: a limit or an allow list that nobody enforces is worse than none.',
        'Express it by the means of the controller that serves the Ingress.',
        'Remove the annotation.',
      ],
    },
  },
  {
    *service(service, input) {
      const seen = new Set<string>();
      for (const entryPoint of service.entryPoints) {
        if (undecided.has(entryPoint.system) || isNginx(entryPoint.system)) {
          continue;
        }
        const key = referenceKey(entryPoint.resource);
        const ingress = seen.has(key)
          ? undefined
          : ingressOf(entryPoint.resource, input);
        if (ingress === undefined) {
          continue;
        }
        seen.add(key);
        const unread = input.draft.annotations
          .verdictsOf(ingress)
          .filter(({ effective }) => effective === false);
        if (unread.length > 0) {
          yield {
            situation: 'found',
            subject: entryPoint.resource,
            message: `${nameOf(entryPoint.resource)} has ${
              unread.length
            } of ingress-nginx's annotations, which its controller does not read: what they ask for does not happen. Remove them or express them otherwise.`,
            evidence: unread.map(verdict =>
              verdictEvidence(verdict, 'Has no effect here'),
            ),
          };
        }
      }
    },
  },
);

import {
  EntryPoint,
  IngressSystem,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { AssessmentInput } from '../model/stages';
import { objectEvidence } from '../objects/evidence';
import { textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { annotationsOf, referenceKey } from '../objects/metadata';
import { createRule } from './createRule';
import { nameOf } from './messageText';

const prefix = 'nginx.ingress.kubernetes.io/';

/** Systems that honour the annotations, and those of which nobody can say whether they do. */
const exempt: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'ingress-nginx',
  'app-routing-nginx',
  'http-application-routing',
  'other',
  'unknown',
]);

/** Ingresses with annotations of ingress-nginx that something else serves. */
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
        const key = referenceKey(entryPoint.resource);
        const ingress = seen.has(key)
          ? undefined
          : ingressOf(entryPoint.resource, input);
        if (ingress === undefined || honours(entryPoint, ingress, input)) {
          continue;
        }
        seen.add(key);
        const annotations = [...annotationsOf(ingress)].filter(([name]) =>
          name.startsWith(prefix),
        );
        if (annotations.length > 0) {
          yield {
            situation: 'found',
            subject: entryPoint.resource,
            message: `${nameOf(entryPoint.resource)} has ${
              annotations.length
            } of ingress-nginx's annotations, which its controller does not read: what they ask for does not happen. Remove them or express them otherwise.`,
            evidence: annotations.map(([name, value]) =>
              objectEvidence({
                object: ingress,
                field: `metadata.annotations['${name}']`,
                value,
                meaning: 'Has no effect here',
              }),
            ),
          };
        }
      }
    },
  },
);

function ingressOf(
  { kind, namespace, name }: ObjectRef,
  { index }: AssessmentInput,
): KubernetesObject | undefined {
  return kind === kinds.ingress.kind
    ? index.get(kinds.ingress, name, namespace)
    : undefined;
}

/** Traefik's provider for NGINX annotations claims the classes of ingress-nginx, and reads their annotations. */
function honours(
  { system }: EntryPoint,
  ingress: KubernetesObject,
  { index }: AssessmentInput,
): boolean {
  if (exempt.has(system)) {
    return true;
  }
  const className = textField(ingress, 'spec.ingressClassName');
  const ingressClass =
    className === undefined
      ? undefined
      : index.get(kinds.ingressClass, className);
  return (
    system === 'traefik' &&
    textField(ingressClass, 'spec.controller') === 'k8s.io/ingress-nginx'
  );
}

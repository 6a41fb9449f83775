import { EntryPoint, IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { AssessmentInput } from '../model/stages';
import { objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { annotationsOf, referenceKey } from '../objects/metadata';
import { createRule } from './createRule';
import { httpEntries } from './httpEntries';
import { listed, nameOf } from './messageText';

const prefix = 'nginx.ingress.kubernetes.io/';

/** Systems that read the annotations. */
const readers: ReadonlySet<IngressSystem> = new Set<IngressSystem>([
  'ingress-nginx',
  'app-routing-nginx',
  'http-application-routing',
]);

/** What protects a service, and what none of the managed successors of the controller does. */
const withoutSuccessor: ReadonlySet<string> = new Set([
  'auth-secret',
  'auth-type',
  'session-cookie-secure',
]);

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
    *service(service, input) {
      const seen = new Set<string>();
      for (const entry of httpEntries(service)) {
        const key = referenceKey(entry.resource);
        if (seen.has(key) || !readers.has(entry.system)) {
          continue;
        }
        seen.add(key);
        const found = annotationsFor(entry, input);
        if (found.length === 0) {
          continue;
        }
        const isSnippet = found.some(({ name }) => name.endsWith('-snippet'));
        yield {
          situation: isSnippet ? 'snippet' : 'no-successor',
          subject: entry.resource,
          message: `${nameOf(entry.resource)} ${
            isSnippet
              ? `puts raw configuration into NGINX by ${listed(
                  found.map(({ name }) => name),
                )}: whoever may write the Ingress may read what the controller reads, and no other gateway takes it over.`
              : `is protected by ${listed(
                  found.map(({ name }) => name),
                )}, for which no managed gateway has an equivalent: moved as it is, the protection is gone.`
          } Replace it.`,
          evidence: found.map(({ name, value }) =>
            objectEvidence({
              object: entry.resource,
              field: `metadata.annotations["${prefix}${name}"]`,
              value,
              meaning: name.endsWith('-snippet')
                ? 'Raw configuration'
                : 'Protection that is lost with the controller',
            }),
          ),
        };
      }
    },
  },
);

function annotationsFor(
  { resource }: EntryPoint,
  { index }: AssessmentInput,
): { name: string; value: string }[] {
  const ingress = index.get(kinds.ingress, resource.name, resource.namespace);
  return ingress === undefined || resource.kind !== kinds.ingress.kind
    ? []
    : [...annotationsOf(ingress)]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => ({ name: key.slice(prefix.length), value }))
        .filter(
          ({ name }) => name.endsWith('-snippet') || withoutSuccessor.has(name),
        );
}

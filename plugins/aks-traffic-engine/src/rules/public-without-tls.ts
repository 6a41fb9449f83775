import { EntryPoint, Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { AssessmentInput } from '../model/stages';
import { absent, objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { annotationOf } from '../objects/metadata';
import { createRule } from './createRule';
import { publicHttpEntries } from './httpEntries';
import { listed } from './messageText';
import { serviceReference } from './serviceReference';

const redirectAnnotation = 'nginx.ingress.kubernetes.io/ssl-redirect';
const forcedRedirectAnnotation =
  'nginx.ingress.kubernetes.io/force-ssl-redirect';

/** Services that people reach over the internet without encryption. */
export const publicWithoutTls = createRule(
  {
    id: 'public-without-tls',
    description:
      'A host that the internet reaches is served without TLS, or over plain HTTP beside it.',
    remediation: {
      summary:
        'Serve every public host over TLS, and only redirect plain HTTP.',
      actions: [
        'Add the host to spec.tls of the Ingress, or an HTTPS listener with a certificate to the Gateway.',
        'On the HTTP listener keep a route that does nothing but redirect to https.',
      ],
    },
  },
  {
    *service(service, input) {
      const entries = publicHttpEntries(service);
      const without = entries.flatMap(unencrypted);
      const beside = entries.flatMap(entry => plainBeside(entry, input) ?? []);
      if (without.length > 0 || beside.length > 0) {
        const hosts = [
          ...new Set([...without, ...beside].flatMap(each => each.hosts)),
        ];
        const names = hosts.length > 0 ? listed(hosts) : 'this Service';
        yield {
          situation: without.length > 0 ? 'without' : 'beside',
          subject: serviceReference(service),
          message:
            without.length > 0
              ? `The internet reaches ${names} without TLS: whoever is on the way can read and change what is sent. Add a certificate, and redirect plain HTTP.`
              : `The internet reaches ${names} over TLS and over plain HTTP as well, which is not redirected. Redirect it.`,
          evidence: [...without, ...beside].map(({ evidence }) => evidence),
        };
      }
    },
  },
);

interface Plain {
  hosts: string[];
  evidence: Evidence;
}

function unencrypted({
  resource,
  tls,
  hosts,
  capabilities,
}: EntryPoint): Plain[] {
  const { hostsWithoutTls, tlsInFront } = capabilities;
  if (tlsInFront === true) {
    return [];
  }
  const bare =
    tls === 'none'
      ? hosts
      : typeof hostsWithoutTls === 'string' && hostsWithoutTls.split(', ');
  return bare === false
    ? []
    : [
        {
          hosts: [...bare],
          evidence: objectEvidence({
            object: resource,
            field: 'tls',
            value: absent,
            meaning: 'No certificate is set for these hosts on the way in',
          }),
        },
      ];
}

function plainBeside(
  { resource, tls, hosts, capabilities }: EntryPoint,
  input: AssessmentInput,
): Plain | undefined {
  if (tls === 'none' || tls === 'unknown') {
    return undefined;
  }
  const ingress =
    resource.kind === kinds.ingress.kind
      ? input.index.get(kinds.ingress, resource.name, resource.namespace)
      : undefined;
  if (ingress !== undefined && isRedirectOff(ingress, input)) {
    return {
      hosts,
      evidence: objectEvidence({
        object: resource,
        field: `metadata.annotations["${redirectAnnotation}"]`,
        value: 'false',
        meaning: 'Plain HTTP is not redirected',
      }),
    };
  }
  return capabilities.plainHttp === true
    ? {
        hosts,
        evidence: objectEvidence({
          object: resource,
          field: 'spec.parentRefs',
          value: 'HTTP listener',
          meaning: 'The route is served on an HTTP listener as well',
        }),
      }
    : undefined;
}

/** Whether the redirect is switched off for an Ingress, by an annotation that its controller may read. */
function isRedirectOff(
  ingress: KubernetesObject,
  { draft }: AssessmentInput,
): boolean {
  return (
    annotationOf(ingress, redirectAnnotation) === 'false' &&
    annotationOf(ingress, forcedRedirectAnnotation) !== 'true' &&
    draft.annotations
      .verdictsOf(ingress)
      .some(
        ({ name, effective }) => name === 'ssl-redirect' && effective !== false,
      )
  );
}

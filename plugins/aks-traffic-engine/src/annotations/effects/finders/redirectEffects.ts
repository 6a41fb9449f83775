import { InheritedEffect } from 'backstage-plugin-aks-traffic-common';
import { ingressTls } from '../../../entryPoints/ingress/ingressTls';
import { objectEvidence } from '../../../objects/evidence';
import { field } from '../../../objects/field';
import { annotationEvidence, effect, EffectInput } from '../EffectInput';
import { EffectFacts, effectTargets } from '../effectTargets';

const redirect: EffectFacts = {
  all: {
    outcome: 'portable',
    reason:
      'Nothing redirects by itself there: a route on the HTTP listener has to, and can with the status 308.',
    replacement:
      'HTTPRoute rules[].filters[].requestRedirect.scheme on the HTTP listener',
    since: 'v1.5.1',
    before: {
      outcome: 'changes-behaviour',
      reason:
        'Nothing redirects by itself there: a route on the HTTP listener has to, with 301, for 308 needs AKS 1.36. Clients may repeat a POST as a GET.',
      replacement:
        'HTTPRoute rules[].filters[].requestRedirect.scheme on the HTTP listener',
    },
    sources: ['nginxAnnotations', 'httpRouteTypes', 'standardResources'],
  },
};

/** The redirect to HTTPS that hosts with TLS get. */
export function* redirectEffects(
  input: EffectInput,
): Iterable<InheritedEffect> {
  const { ingress, values, settings } = input;
  const setting = settings?.values.get('ssl-redirect');
  if (values.has('ssl-redirect') || setting === 'false') {
    return;
  }
  const hosts = [...input.hosts.keys()];
  if (ingressTls(ingress, hosts).tls === 'none') {
    return;
  }
  yield effect(input, {
    id: 'default-tls-redirect',
    message:
      'NGINX redirects HTTP to HTTPS with status 308, because the Ingress has TLS and nothing turns that off.',
    evidence: [
      objectEvidence({
        object: ingress,
        field: 'spec.tls',
        value: field(ingress, 'spec.tls'),
        meaning: 'Hosts with TLS are redirected.',
      }),
      annotationEvidence(input, {
        object: ingress,
        name: 'ssl-redirect',
        value: undefined,
        meaning: 'Nothing turns the redirect off.',
      }),
    ],
    targets: effectTargets(redirect, input.aksVersion),
  });
}

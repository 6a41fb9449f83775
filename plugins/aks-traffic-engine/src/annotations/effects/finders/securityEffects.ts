import { InheritedEffect } from 'backstage-plugin-aks-traffic-common';
import { namespaceOf } from '../../../objects/metadata';
import { parseBoolean } from '../../values/goValues';
import { annotationEvidence, effect, EffectInput } from '../EffectInput';
import { EffectFacts, effectTargets } from '../effectTargets';

const secrets = ['auth-secret', 'auth-tls-secret', 'proxy-ssl-secret'];

const granted: EffectFacts = {
  all: {
    outcome: 'changes-behaviour',
    reason:
      'References to other namespaces need a ReferenceGrant there, or the object has to be copied.',
    replacement: 'ReferenceGrant',
    sources: ['nginxConfigMap', 'managedNginx', 'gatewayTypes'],
  },
};

const corsExplicit: EffectFacts = {
  all: {
    outcome: 'changes-behaviour',
    reason:
      'Nothing is allowed unless it is listed: list the origins that are meant, and take the chance to list fewer.',
    replacement: 'HTTPRoute rules[].filters[type=CORS]',
    since: 'v1.5.1',
    before: {
      outcome: 'changes-behaviour',
      reason:
        'Routes have a CORS filter from AKS 1.36 on; until then the service has to answer itself, or in Istio a VirtualService.',
    },
    sources: ['nginxAnnotations', 'httpRouteTypes', 'standardResources'],
  },
};

const alwaysVerified: EffectFacts = {
  all: {
    outcome: 'changes-behaviour',
    reason:
      'A BackendTLSPolicy always verifies: the service needs a certificate for its name, and the route the CA, in a ConfigMap.',
    replacement: 'BackendTLSPolicy validation',
    since: 'v1.4.1',
    before: {
      outcome: 'changes-behaviour',
      reason:
        "BackendTLSPolicy is there from AKS 1.35 on. Until then only resources of the target's own speak TLS to backends.",
    },
    sources: ['nginxAnnotations', 'backendTlsTypes', 'standardResources'],
  },
};

/** Defaults that concern security: Secrets of other namespaces, open CORS, certificates that nobody verifies. */
export function* securityEffects(
  input: EffectInput,
): Iterable<InheritedEffect> {
  yield* foreignSecrets(input);
  yield* openCors(input);
  yield* unverifiedBackends(input);
}

function* foreignSecrets(input: EffectInput): Iterable<InheritedEffect> {
  const { ingress, values } = input;
  const foreign = secrets.filter(name => {
    const [namespace, secret] = (values.get(name) ?? '').split('/');
    return secret !== undefined && namespace !== namespaceOf(ingress);
  });
  if (foreign.length > 0) {
    yield effect(input, {
      id: 'cross-namespace-secret',
      message: `${foreign.join(
        ', ',
      )} names a Secret of another namespace, which ${foreignSecretsClause(
        input,
      )}`,
      evidence: foreign.map(name =>
        annotationEvidence(input, {
          object: ingress,
          name,
          value: values.get(name),
          meaning: `The Ingress is in ${namespaceOf(ingress)}.`,
        }),
      ),
      targets: effectTargets(granted, input.aksVersion),
    });
  }
}

function foreignSecretsClause({ owner, settings }: EffectInput): string {
  if (owner.system === 'app-routing-nginx') {
    return 'the managed controller allows.';
  }
  if (settings === undefined) {
    return 'the controller refuses unless its ConfigMap allows it.';
  }
  return settings.values.get('allow-cross-namespace-resources') === 'true'
    ? 'the ConfigMap of the controller allows.'
    : 'the controller refuses.';
}

function* openCors(input: EffectInput): Iterable<InheritedEffect> {
  const { ingress, values } = input;
  if (parseBoolean(values.get('enable-cors') ?? '') !== true) {
    return;
  }
  const missing = [
    'cors-allow-origin',
    'cors-allow-credentials',
    'cors-max-age',
  ].filter(name => !values.has(name));
  if (missing.length > 0) {
    yield effect(input, {
      id: 'cors-defaults',
      message:
        'What CORS annotations leave open NGINX allows: every origin, credentials, and 20 days in which browsers remember it.',
      evidence: missing.map(name =>
        annotationEvidence(input, {
          object: ingress,
          name,
          value: undefined,
          meaning: 'The default of NGINX holds.',
        }),
      ),
      targets: effectTargets(corsExplicit, input.aksVersion),
    });
  }
}

function* unverifiedBackends(input: EffectInput): Iterable<InheritedEffect> {
  const { ingress, values } = input;
  const protocol = values.get('backend-protocol')?.trim().toUpperCase();
  const usesTls = protocol === 'HTTPS' || protocol === 'GRPCS';
  if (!usesTls || values.get('proxy-ssl-verify')?.trim() === 'on') {
    return;
  }
  yield effect(input, {
    id: 'backend-not-verified',
    message:
      'NGINX speaks TLS to the service without verifying whose certificate it is.',
    evidence: [
      annotationEvidence(input, {
        object: ingress,
        name: 'backend-protocol',
        value: values.get('backend-protocol'),
        meaning: 'TLS is spoken to the service.',
      }),
      annotationEvidence(input, {
        object: ingress,
        name: 'proxy-ssl-verify',
        value: values.get('proxy-ssl-verify'),
        meaning: 'Nothing asks for verification.',
      }),
    ],
    targets: effectTargets(alwaysVerified, input.aksVersion),
  });
}

import {
  InheritedEffect,
  withheldValue,
} from 'backstage-plugin-aks-traffic-common';
import { objectEvidence } from '../../../objects/evidence';
import { namespaceOf } from '../../../objects/metadata';
import { annotationFacts } from '../../catalogue/facts';
import { isSensitiveAnnotation } from '../../judgeAnnotations';
import { parseBoolean } from '../../values/goValues';
import { annotationTargets } from '../../verdicts/annotationTargets';
import { annotationEvidence, effect, EffectInput } from '../EffectInput';
import { EffectFacts, effectTargets } from '../effectTargets';
import { hostName } from './pathEffects';

const severalNamespaces: EffectFacts = {
  all: {
    outcome: 'portable',
    reason:
      'The listener has to admit routes of each of the namespaces; where two want the same path, the older one has it.',
    replacement: 'Gateway listeners[].allowedRoutes.namespaces',
    since: 'v1.2.1',
    sources: ['gatewayTypes', 'httpRouteTypes'],
  },
};

const oneRoute: EffectFacts = {
  all: {
    outcome: 'portable',
    reason:
      'The two become one route: rules for header and cookie first, weights last.',
    replacement: 'HTTPRoute rules[].matches[].headers, backendRefs[].weight',
    since: 'v1.2.1',
    sources: ['nginxAnnotations', 'httpRouteTypes'],
  },
};

/** What other Ingresses of a host bring with them: their namespaces, their settings, and canaries. */
export function* hostEffects(input: EffectInput): Iterable<InheritedEffect> {
  if ([...input.hosts.values()].every(share => share.isEmpty)) {
    return;
  }
  yield* sharedHosts(input);
  yield* canaryPair(input);
  for (const [host, share] of input.hosts) {
    for (const { ingress, name, value } of share.settingsBesides(
      input.ingress,
    )) {
      if (!input.values.has(name)) {
        yield effect(input, {
          id: 'host-wide-setting',
          message: `Another Ingress of ${hostName(
            host,
          )} sets ${name}, which holds for the whole host and so for this one.`,
          evidence: [
            annotationEvidence(input, {
              object: ingress,
              name,
              // It may be somebody else's, whose readers are others.
              value: isSensitiveAnnotation(name) ? withheldValue : value,
              meaning: 'It holds for every Ingress of the host.',
            }),
          ],
          targets: annotationTargets({
            name,
            facts: annotationFacts.get(name)!,
            value,
            aksVersion: input.aksVersion,
          }),
        });
      }
    }
  }
}

function* sharedHosts(input: EffectInput): Iterable<InheritedEffect> {
  for (const [host, share] of input.hosts) {
    const { count, examples } = share.otherNamespaces(input.ingress);
    if (count > 0) {
      const names = examples.map(namespaceOf).join(', ');
      const more =
        count > examples.length ? ` and ${count - examples.length} more` : '';
      yield effect(input, {
        id: 'shared-host',
        message: `Ingresses of other namespaces have a part of ${hostName(
          host,
        )} as well: ${names}${more}. They have to move together, or the host has to lead to both sides.`,
        evidence: examples.map(other =>
          objectEvidence({
            object: other,
            field: 'spec.rules[].host',
            value: host,
            meaning: 'The same host, in another namespace.',
          }),
        ),
        targets: effectTargets(severalNamespaces, input.aksVersion),
      });
    }
  }
}

function* canaryPair(input: EffectInput): Iterable<InheritedEffect> {
  const { values, paths, hosts } = input;
  const canary = values.get('canary');
  const isCanary = canary !== undefined && parseBoolean(canary) === true;
  const partners = new Set(
    paths.flatMap(({ host, path }) => {
      const share = hosts.get(host);
      return (isCanary ? share?.primaryAt(path) : share?.canaryAt(path)) ?? [];
    }),
  );
  if (partners.size === 0) {
    return;
  }
  yield effect(input, {
    id: 'canary-pair',
    message: isCanary
      ? 'It is the canary of another Ingress, whose annotations count for it.'
      : 'Another Ingress is its canary and takes some of its requests.',
    evidence: [...partners].slice(0, 5).map(partner =>
      isCanary
        ? objectEvidence({
            object: partner,
            field: 'spec.rules[].http.paths[]',
            value: paths.map(({ host, path }) => `${host}${path}`).join(', '),
            meaning: 'The same host and path, without being a canary.',
          })
        : annotationEvidence(input, {
            object: partner,
            name: 'canary',
            value: 'true',
            meaning: 'A canary of the same host and path.',
          }),
    ),
    targets: effectTargets(oneRoute, input.aksVersion),
  });
}

import { Evidence, InheritedEffect } from 'backstage-plugin-aks-traffic-common';
import { objectEvidence } from '../../../objects/evidence';
import { ReadSettings } from '../../ControllerSettings';
import { annotationEvidence, effect, EffectInput } from '../EffectInput';
import { EffectFact, EffectFacts, effectTargets } from '../effectTargets';

/** Something that NGINX does unless told otherwise. */
interface Default {
  id: string;
  /** Annotations, each of which says something else; keys of the ConfigMap have the same names. */
  names: readonly string[];
  message: string;
  targets: EffectFacts;
}

function changed(
  reason: string,
  more: Partial<EffectFact> & Pick<EffectFact, 'sources'>,
): EffectFact {
  return { outcome: 'changes-behaviour', reason, ...more };
}

const noLimit =
  'Larger requests reach the service there, which has to limit them itself.';

const streamed = changed(
  'Bodies are streamed there: slow clients hold connections of the service.',
  { sources: ['nginxAnnotations'] },
);

const totalTime =
  'Nothing limits idle time there. A limit that a route sets is on the whole request: long polling, event streams and WebSockets need one that is long enough.';

const defaults: readonly Default[] = [
  {
    id: 'body-size-limit',
    names: ['proxy-body-size'],
    message: 'NGINX refuses request bodies larger than 1 MB with 413.',
    targets: {
      'app-routing-gateway-api': changed(noLimit, {
        sources: ['nginxConfigMap', 'appRoutingGatewayApi'],
      }),
      'application-gateway-for-containers': changed(noLimit, {
        sources: ['nginxConfigMap', 'migrationUtility'],
      }),
      istio: changed(noLimit, { sources: ['nginxConfigMap', 'istioSupport'] }),
    },
  },
  {
    id: 'request-buffering',
    names: ['proxy-request-buffering'],
    message: 'NGINX takes in the whole request before it contacts the service.',
    targets: { all: streamed },
  },
  {
    id: 'default-retries',
    names: ['proxy-next-upstream', 'proxy-next-upstream-tries'],
    message:
      'NGINX tries another pod after errors and timeouts, up to three times, for requests that may be repeated.',
    targets: {
      'app-routing-gateway-api': changed(
        'Whether requests are tried again is up to the implementation, and cannot be set.',
        { sources: ['nginxConfigMap', 'appRoutingGatewayApi'] },
      ),
      'application-gateway-for-containers': changed(
        'Requests are tried again by rules of its own, which cannot be set.',
        { sources: ['nginxConfigMap', 'migrationUtility'] },
      ),
      istio: changed(
        'Requests are tried again by rules of its own, which a VirtualService can set.',
        {
          replacement: 'VirtualService http[].retries',
          sources: ['nginxConfigMap', 'istioSupport'],
        },
      ),
    },
  },
  {
    id: 'default-timeouts',
    names: ['proxy-read-timeout', 'proxy-send-timeout'],
    message:
      'NGINX gives up when the service sends or takes nothing for 60 seconds.',
    targets: {
      'app-routing-gateway-api': changed(totalTime, {
        replacement: 'HTTPRoute rules[].timeouts',
        sources: ['nginxAnnotations', 'httpRouteTypes'],
      }),
      'application-gateway-for-containers': changed(
        'The whole request has 60 seconds there unless a route gives it more, and an idle connection five minutes: long polling, event streams and WebSockets can break.',
        {
          replacement: 'HTTPRoute rules[].timeouts, or RoutePolicy timeouts',
          sources: ['nginxAnnotations', 'albResources'],
        },
      ),
      istio: changed(totalTime, {
        replacement: 'HTTPRoute rules[].timeouts, or VirtualService timeout',
        sources: ['nginxAnnotations', 'httpRouteTypes'],
      }),
    },
  },
];

/** All Ingresses of a controller have the same to say of its settings. */
const unset = new WeakMap<ReadSettings, Map<string, Evidence>>();

/** Ids of what NGINX does without being asked. */
export const defaultEffectIds: readonly string[] = defaults.map(({ id }) => id);

/** What NGINX does without being asked, where nothing asks for something else. */
export function* defaultEffects(input: EffectInput): Iterable<InheritedEffect> {
  const { ingress, values, settings } = input;
  for (const { id, names, message, targets } of defaults) {
    const set = names.some(
      name => values.has(name) || settings?.values.has(name) === true,
    );
    if (!set) {
      yield effect(input, {
        id,
        message,
        evidence: [
          annotationEvidence(input, {
            object: ingress,
            name: names[0],
            value: undefined,
            meaning: 'The default of NGINX holds.',
          }),
          ...(settings === undefined
            ? []
            : [unsetEvidence(settings, names[0])]),
        ],
        targets: effectTargets(targets, input.aksVersion),
      });
    }
  }
}

function unsetEvidence(settings: ReadSettings, name: string): Evidence {
  const byName = unset.get(settings) ?? new Map<string, Evidence>();
  unset.set(settings, byName);
  const evidence =
    byName.get(name) ??
    objectEvidence({
      object: settings.object,
      field: `data["${name}"]`,
      value: undefined,
      meaning: 'The controller does not set it either.',
    });
  byName.set(name, evidence);
  return evidence;
}

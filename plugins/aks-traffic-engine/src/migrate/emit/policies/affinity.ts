import { KubernetesObject } from '../../../model/observation';
import { IngressSource } from '../../ingress/IngressSource';
import { EmitContext } from '../EmitContext';
import { shortened } from '../names';
import { EmittedRoute } from '../routes';

/** What keeps a client at one backend, where `affinity: cookie` has NGINX do it. */
export function affinityPolicies(
  routes: readonly EmittedRoute[],
  context: EmitContext,
): KubernetesObject[] {
  switch (context.target) {
    case 'application-gateway-for-containers':
      return routes.flatMap(route => routePolicy(route, context));
    case 'istio':
      return destinationRules(routes, context);
    default:
      // The Gateway API has it in the experimental channel only; the verdict on the annotation says so.
      return [];
  }
}

function isSticky({ nginx }: IngressSource): boolean {
  return nginx.get('affinity')?.trim() === 'cookie';
}

function cookieOf({ nginx }: IngressSource): { name: string; seconds: number } {
  const age = Number(nginx.get('session-cookie-max-age') ?? 0);
  return {
    name: nginx.get('session-cookie-name') || 'INGRESSCOOKIE',
    seconds: Number.isInteger(age) && age > 0 ? age : 0,
  };
}

/** How long Application Gateway for Containers remembers a client where NGINX does until the browser is closed. */
const defaultSeconds = 3600;

function routePolicy(
  { object, rules }: EmittedRoute,
  context: EmitContext,
): KubernetesObject[] {
  const source = rules.map(rule => rule.source).find(isSticky);
  if (!source || object.kind !== 'HTTPRoute') {
    return [];
  }
  const { name, seconds } = cookieOf(source);
  context.note(
    source,
    'check',
    'affinity',
    `A RoutePolicy keeps clients at one backend by the cookie ${name}, for all paths of route ${
      object.metadata.name
    }; NGINX did for those of this Ingress only.${
      seconds > 0
        ? ''
        : ` The cookie of NGINX ends with the browser session, as session-cookie-max-age does not say otherwise; the policy takes none without a duration, so this one lasts ${defaultSeconds} seconds.`
    } Clients get a new cookie when traffic moves, so sessions that live in one pod are lost once.`,
  );
  return [
    {
      apiVersion: 'alb.networking.azure.io/v1',
      kind: 'RoutePolicy',
      metadata: {
        name: shortened(`${object.metadata.name}-affinity`),
        namespace: object.metadata.namespace,
      },
      spec: {
        targetRef: {
          group: 'gateway.networking.k8s.io',
          kind: 'HTTPRoute',
          name: object.metadata.name,
          namespace: object.metadata.namespace,
        },
        default: {
          sessionAffinity: {
            affinityType: 'application-cookie',
            cookieName: name,
            cookieDuration: `${seconds || defaultSeconds}s`,
          },
        },
      },
    },
  ];
}

function destinationRules(
  routes: readonly EmittedRoute[],
  context: EmitContext,
): KubernetesObject[] {
  const found = new Map<string, KubernetesObject>();
  for (const { rules } of routes) {
    for (const { source, backends } of rules) {
      if (isSticky(source)) {
        const { name, seconds } = cookieOf(source);
        for (const { service, namespace } of backends) {
          context.note(
            source,
            'check',
            'affinity',
            `A DestinationRule keeps clients at one pod of ${service} by the cookie ${name}; with each change in the number of pods some clients move.`,
          );
          found.set(`${namespace}/${service}`, {
            apiVersion: 'networking.istio.io/v1',
            kind: 'DestinationRule',
            metadata: { name: shortened(`${service}-affinity`), namespace },
            spec: {
              host: `${service}.${namespace}.svc.cluster.local`,
              trafficPolicy: {
                loadBalancer: {
                  consistentHash: {
                    httpCookie: { name, path: '/', ttl: `${seconds}s` },
                  },
                },
              },
            },
          });
        }
      }
    }
  }
  return [...found.values()];
}

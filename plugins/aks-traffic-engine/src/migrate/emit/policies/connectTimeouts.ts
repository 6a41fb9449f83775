import { KubernetesObject } from '../../../model/observation';
import { IngressSource } from '../../ingress/IngressSource';
import { EmitContext } from '../EmitContext';
import { shortened } from '../names';
import { EmittedRoute } from '../routes';

const about = 'proxy-connect-timeout';

/** Source: nginx ngx_http_proxy_module, `proxy_connect_timeout`, "this timeout cannot usually exceed 75 seconds". */
const longestSeconds = 75;

/** How long connecting to a pod may take, where annotations say so and the target can: only the Istio add-on does. */
export function connectTimeouts(
  routes: readonly EmittedRoute[],
  context: EmitContext,
): KubernetesObject[] {
  if (context.target !== 'istio') {
    return [];
  }
  const backends = new Map<string, LimitedBackend>();
  const asking = routes
    .flatMap(route => route.rules)
    .flatMap(rule => {
      const seconds = secondsOf(rule.source.nginx.get(about));
      return seconds === undefined ? [] : { ...rule, seconds };
    });
  for (const { seconds, ...rule } of asking) {
    for (const { service, namespace } of rule.backends) {
      const key = `${namespace}/${service}`;
      const known = backends.get(key);
      backends.set(key, {
        service,
        namespace,
        seconds: [...(known?.seconds ?? []), seconds],
        sources: [...(known?.sources ?? []), rule.source],
      });
    }
  }
  return [...backends.values()].map(backend => {
    sayWhoElseIsLimited(backend, context);
    return destinationRule(backend);
  });
}

/** A Service, and how long Ingresses let connecting to it take. */
interface LimitedBackend {
  service: string;
  namespace: string;
  seconds: number[];
  sources: IngressSource[];
}

function sayWhoElseIsLimited(
  { service, seconds, sources }: LimitedBackend,
  context: EmitContext,
): void {
  const isDivided = new Set(seconds).size > 1;
  for (const source of sources) {
    context.note(
      source,
      'check',
      about,
      `A DestinationRule gives connecting to ${service} ${Math.max(
        ...seconds,
      )} s, for everybody in the mesh who calls it and not for this Ingress only.${
        isDivided
          ? ' Ingresses of the Service say different times, and this is the longest.'
          : ''
      }`,
    );
  }
}

function destinationRule({
  service,
  namespace,
  seconds,
}: LimitedBackend): KubernetesObject {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: { name: shortened(`${service}-connect`), namespace },
    spec: {
      host: `${service}.${namespace}.svc.cluster.local`,
      trafficPolicy: {
        connectionPool: {
          tcp: { connectTimeout: `${Math.max(...seconds)}s` },
        },
      },
    },
  };
}

/** Whole seconds; what NGINX does not take leaves its default of 5 alone, which Istio has about as well. */
function secondsOf(value: string | undefined): number | undefined {
  const seconds = /^\d{1,6}$/.test(value?.trim() ?? '') ? Number(value) : 0;
  return seconds > 0 ? Math.min(seconds, longestSeconds) : undefined;
}

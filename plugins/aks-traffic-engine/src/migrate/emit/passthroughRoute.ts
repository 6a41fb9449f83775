import { KubernetesObject } from '../../model/observation';
import { HostPlan } from '../ingress/hostPlans';
import { IngressSource } from '../ingress/IngressSource';
import { EmitContext } from './EmitContext';
import { EmittedRoute, keptLabels } from './routes';
import { tlsListener } from './gateways';

/** Why a target cannot pass TLS on, as a sentence; `undefined` when it can. */
export function noPassthroughBecause(
  { host }: HostPlan,
  context: EmitContext,
): string | undefined {
  if (context.target === 'application-gateway-for-containers') {
    return 'Application Gateway for Containers always ends TLS itself.';
  }
  if (host === undefined) {
    return 'Passing TLS on needs a host name to choose the backend by.';
  }
  return context.hasAks('1.36')
    ? undefined
    : 'TLSRoute needs the Gateway API of AKS 1.36 or later, and the version of the cluster is lower or not known.';
}

/** The route that passes TLS of a host on, unopened. NGINX takes the backend of the root. */
export function passthroughRoute(
  plan: HostPlan,
  context: EmitContext,
): EmittedRoute[] {
  const { gateway } = context;
  const candidates = plan.rules.filter(
    ({ backends, headers }) => backends.length > 0 && headers === undefined,
  );
  const rule =
    candidates.find(({ path }) => path.path === '/') ?? candidates[0];
  if (!rule || plan.host === undefined) {
    return [];
  }
  const { source } = rule;
  const { namespace } = source;
  context.note(
    source,
    'check',
    'ssl-passthrough',
    `All of the TLS of ${plan.host} goes to ${rule.backends[0].service}, and plain requests for the host are no longer answered.`,
  );
  sayWhatHasNoEffect(source, context);
  const labels = keptLabels([source]);
  const object: KubernetesObject = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'TLSRoute',
    metadata: {
      name: plan.name,
      namespace,
      ...(labels && { labels }),
    },
    spec: {
      parentRefs: [
        {
          name: gateway.name,
          ...(gateway.namespace !== namespace && {
            namespace: gateway.namespace,
          }),
          sectionName: tlsListener(plan),
        },
      ],
      hostnames: [plan.host],
      rules: [
        {
          backendRefs: rule.backends.map(({ service, port, weight }) => ({
            name: service,
            port,
            ...(weight !== undefined && { weight }),
          })),
        },
      ],
    },
  };
  return [{ object, rules: plan.rules }];
}

/** Nothing is read of what is in the TLS, before and after the move. */
function sayWhatHasNoEffect(source: IngressSource, context: EmitContext): void {
  for (const name of source.nginx.keys()) {
    // What is redirected has another name than the host whose TLS is passed on.
    if (name !== 'ssl-passthrough' && name !== 'from-to-www-redirect') {
      context.note(
        source,
        'done',
        name,
        'Left out. NGINX passes the TLS of the host on before this has any effect, and so does the route.',
      );
    }
  }
}

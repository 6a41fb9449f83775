import { KubernetesObject } from '../../model/observation';
import { labelsOf } from '../../objects/metadata';
import { HostPlan } from '../ingress/hostPlans';
import { IngressSource } from '../ingress/IngressSource';
import { pathMatches, RouteFields, RouteRule } from '../rules/RouteRule';
import { chunks } from './chunks';
import { EmitContext } from './EmitContext';
import { plainListener, tlsListener } from './gateways';

/** Source: kubernetes-sigs/gateway-api apis/v1/httproute_types.go, maximum of `spec.rules`. */
const rulesOfRoute = 16;

/** A route with the rules that are in it. */
export interface EmittedRoute {
  object: KubernetesObject;
  rules: RouteRule[];
}

/** The routes for the rules of one host, a set for each namespace, with those that redirect plain requests to TLS. */
export function routesFor(
  plan: HostPlan,
  context: EmitContext,
): EmittedRoute[] {
  const namespaces = [
    ...new Set(plan.rules.map(({ source }) => source.namespace)),
  ].sort();
  const isAllRedirected = plan.rules.every(({ source }) =>
    plan.redirecting.has(source),
  );
  return namespaces.flatMap(namespace => {
    const rules = plan.rules.filter(
      ({ source }) => source.namespace === namespace,
    );
    const redirecting = rules.filter(({ source }) =>
      plan.redirecting.has(source),
    );
    const open = rules.filter(({ source }) => !plan.redirecting.has(source));
    const tls = plan.isTls ? [tlsListener(plan)] : [plainListener];
    const emit =
      (suffix: string, listeners: string[]) =>
      (
        ofRoute: RouteRule[],
        fields: RouteFields[],
        index: number,
      ): EmittedRoute => ({
        rules: ofRoute,
        object: routeObject({
          plan,
          namespace,
          name: `${plan.name}${suffix}${index === 0 ? '' : `-${index + 1}`}`,
          listeners,
          rules: fields,
          sources: [...new Set(ofRoute.map(({ source }) => source))],
          context,
        }),
      });
    return [
      ...inParts(redirecting, emit('', tls)),
      ...inParts(
        open,
        emit(
          redirecting.length > 0 ? '-plain' : '',
          plan.isTls ? [plainListener, ...tls] : tls,
        ),
      ),
      ...(redirecting.length > 0 && plan.isTls
        ? redirects(redirecting, isAllRedirected, context).map(
            (fields, index) =>
              emit('-redirect', [plainListener])([], fields, index),
          )
        : []),
    ];
  });
}

function inParts(
  rules: RouteRule[],
  emit: (
    rules: RouteRule[],
    fields: RouteFields[],
    index: number,
  ) => EmittedRoute,
): EmittedRoute[] {
  return chunks(rules, rulesOfRoute).map((part, index) =>
    emit(part, part.map(ruleFields), index),
  );
}

function ruleFields(rule: RouteRule): RouteFields {
  const { headers, filters, timeouts, backends, source } = rule;
  return {
    matches: pathMatches(rule).map(path => ({
      path,
      ...(headers && { headers }),
    })),
    ...(filters.length > 0 && { filters }),
    ...(timeouts && { timeouts }),
    ...(backends.length > 0 && {
      backendRefs: backends.map(({ service, namespace, port, weight }) => ({
        name: service,
        ...(namespace !== source.namespace && { namespace }),
        port,
        ...(weight !== undefined && { weight }),
      })),
    }),
  };
}

/** All plain requests of a host, or only those for the paths that have TLS to themselves. */
function redirects(
  rules: readonly RouteRule[],
  isWholeHost: boolean,
  context: EmitContext,
): RouteFields[][] {
  const filters = [
    {
      type: 'RequestRedirect',
      requestRedirect: {
        scheme: 'https',
        statusCode: context.hasAks('1.36') ? 308 : 301,
      },
    },
  ];
  if (isWholeHost) {
    return [[{ filters }]];
  }
  const paths = new Map(
    rules.flatMap(pathMatches).map(match => [JSON.stringify(match), match]),
  );
  return chunks([...paths.values()], rulesOfRoute).map(part =>
    part.map(path => ({ matches: [{ path }], filters })),
  );
}

function routeObject(options: {
  plan: HostPlan;
  namespace: string;
  name: string;
  listeners: string[];
  rules: RouteFields[];
  sources: readonly IngressSource[];
  context: EmitContext;
}): KubernetesObject {
  const { plan, namespace, name, listeners, rules, sources, context } = options;
  const { gateway } = context;
  const labels = keptLabels(sources);
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name, namespace, ...(labels && { labels }) },
    spec: {
      parentRefs: listeners.map(sectionName => ({
        name: gateway.name,
        ...(gateway.namespace !== namespace && {
          namespace: gateway.namespace,
        }),
        sectionName,
      })),
      ...(plan.host !== undefined && { hostnames: [plan.host] }),
      rules,
    },
  };
}

/** Labels that tie objects to a catalog entity or an application stay the same; those of tools do not belong to us. */
export function keptLabels(
  sources: readonly IngressSource[],
): Record<string, string> | undefined {
  const kept = new Map<string, string>();
  for (const { object } of sources) {
    for (const [key, value] of labelsOf(object)) {
      if (
        key.startsWith('backstage.io/') ||
        (key.startsWith('app.kubernetes.io/') && !key.endsWith('/managed-by'))
      ) {
        kept.set(key, value);
      }
    }
  }
  return kept.size > 0 ? Object.fromEntries(kept) : undefined;
}

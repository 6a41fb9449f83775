import { KubernetesObject } from '../../../model/observation';
import { HostPlan } from '../../ingress/hostPlans';
import { IngressSource } from '../../ingress/IngressSource';
import { RouteFields } from '../../rules/RouteRule';
import { EmitContext } from '../EmitContext';
import { shortened } from '../names';

/**
 * Limits on who may call, where annotations set them and the target can. Only the Istio add-on can limit one host; what
 * the others need is for a person to decide, and the verdict on the annotation says so.
 */
export function sourceRangePolicies(
  plans: readonly HostPlan[],
  context: EmitContext,
): KubernetesObject[] {
  return context.target === 'istio'
    ? plans.flatMap(plan =>
        [...new Set(plan.rules.map(({ source }) => source))].flatMap(source =>
          policiesOf(plan, source, plans, context),
        ),
      )
    : [];
}

function policiesOf(
  { host, name, rules }: HostPlan,
  source: IngressSource,
  plans: readonly HostPlan[],
  context: EmitContext,
): KubernetesObject[] {
  const { nginx, reference, namespace } = source;
  const allowed = rangesOf(
    nginx.get('allowlist-source-range') ?? nginx.get('whitelist-source-range'),
  );
  const denied = rangesOf(nginx.get('denylist-source-range'));
  if (allowed.length === 0 && denied.length === 0) {
    return [];
  }
  context.note(
    source,
    'decide',
    allowed.length > 0 ? 'allowlist-source-range' : 'denylist-source-range',
    `An AuthorizationPolicy on the gateway refuses other callers of ${
      host ?? 'every host without rules of its own'
    }. It sees the client's address only with externalTrafficPolicy Local on the gateway's Service, or with a trusted X-Forwarded-For: check it before traffic moves, a wrong address locks everybody out.`,
  );
  const paths = [
    ...new Set(
      rules
        .filter(rule => rule.source === source)
        .map(({ match }) => policyPath(match)),
    ),
  ];
  const isWholeHost = paths.includes('*');
  const others = plans.flatMap(plan => plan.host ?? []);
  const operation = {
    ...(host !== undefined
      ? { hosts: [host, `${host}:*`] }
      : others.length > 0 && {
          notHosts: others.flatMap(other => [other, `${other}:*`]),
        }),
    ...(!isWholeHost && { paths }),
  };
  const policy = (suffix: string, from: Record<string, string[]>) => ({
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata: {
      name: shortened(
        `${name}-${
          namespace === context.gateway.namespace ? '' : `${namespace}-`
        }${reference.name}-${suffix}`,
      ),
      namespace: context.gateway.namespace,
    },
    spec: {
      selector: {
        matchLabels: {
          'gateway.networking.k8s.io/gateway-name': context.gateway.name,
        },
      },
      action: 'DENY',
      rules: [
        {
          from: [{ source: from }],
          ...(Object.keys(operation).length > 0 && { to: [{ operation }] }),
        },
      ],
    },
  });
  return [
    ...(allowed.length > 0
      ? [policy('allowed', { notRemoteIpBlocks: allowed })]
      : []),
    ...(denied.length > 0
      ? [policy('denied', { remoteIpBlocks: denied })]
      : []),
  ];
}

/** The paths of a match as policies write them; what they cannot write is all of them, because wider is safer here. */
function policyPath({ type, value }: RouteFields): string {
  if (type === 'Exact') {
    return String(value);
  }
  return type === 'PathPrefix' && value !== '/' ? `${value}*` : '*';
}

function rangesOf(value = ''): string[] {
  return value
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => /^[0-9a-fA-F:.]+(\/\d{1,3})?$/.test(entry));
}

import { parseAddressRanges } from '../../../annotations/values/parseAddressRanges';
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
  if (context.target !== 'istio') {
    return [];
  }
  // What limits requests would lock everybody out of connections that are passed on unopened.
  const policies = plans
    .filter(({ passthrough }) => passthrough === undefined)
    .flatMap(plan =>
      [...new Set(plan.rules.map(({ source }) => source))].flatMap(source =>
        policiesOf(plan, source, plans, context),
      ),
    );
  // Source: istio/istio pilot/pkg/security/authz/model/model.go, checkError: what a DENY policy says of HTTP is left out
  // for TCP, so that it denies more.
  for (const { host, passthrough } of policies.length > 0 ? plans : []) {
    if (passthrough) {
      context.note(
        passthrough,
        'decide',
        'ssl-passthrough',
        `Policies on the same gateway limit who may call other hosts. Istio leaves out what they say of hosts and paths where it does not open the TLS, so they limit the callers of ${host} too: give it a Gateway of its own.`,
      );
    }
  }
  return policies;
}

function policiesOf(
  { host, name, rules }: HostPlan,
  source: IngressSource,
  plans: readonly HostPlan[],
  context: EmitContext,
): KubernetesObject[] {
  const { nginx, reference, namespace } = source;
  const allowed = rangesOf(
    source,
    nginx.has('allowlist-source-range')
      ? 'allowlist-source-range'
      : 'whitelist-source-range',
    context,
  );
  const denied = rangesOf(source, 'denylist-source-range', context);
  if (allowed.length === 0 && denied.length === 0) {
    return [];
  }
  const paths = [
    ...new Set(
      rules
        .filter(rule => rule.source === source)
        .map(({ match, isNarrower }) => (isNarrower ? '*' : policyPath(match))),
    ),
  ];
  const isWholeHost = paths.includes('*');
  context.note(
    source,
    'decide',
    allowed.length > 0 ? 'allowlist-source-range' : 'denylist-source-range',
    `An AuthorizationPolicy on the gateway refuses other callers of ${
      host ?? 'every host without rules of its own'
    }. It sees the client's address only with externalTrafficPolicy Local on the gateway's Service, or with a trusted X-Forwarded-For: check it before traffic moves, a wrong address locks everybody out.${
      isWholeHost
        ? ''
        : ' It goes by the path as it comes, and NGINX by one with single slashes: unless the mesh merges slashes (pathNormalization), a path that begins with // is not limited, and reaches what takes the rest of the host. See that nothing there answers it as one of the limited paths.'
    }`,
  );
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

/** The ranges of an annotation; those that are none are named, because NGINX answers all of the Ingress with 503 then. */
function rangesOf(
  source: IngressSource,
  name: string,
  context: EmitContext,
): string[] {
  const value = source.nginx.get(name)?.trim() ?? '';
  const entries = value === '' ? [] : value.split(',').map(each => each.trim());
  const wrong = entries.filter(
    entry => parseAddressRanges(entry) === undefined,
  );
  if (wrong.length > 0) {
    context.note(
      source,
      'decide',
      name,
      `${wrong
        .map(entry => `"${entry}"`)
        .join(
          ', ',
        )} is no address or range, and NGINX answers the whole Ingress with 503 because of it. Correct it; the policy has the others only.`,
    );
  }
  return entries.filter(entry => !wrong.includes(entry));
}

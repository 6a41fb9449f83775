import { parseBoolean } from '../../annotations/values/goValues';
import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { isPreciseHostname } from './fieldValues';
import { RouteRule } from './RouteRule';

const about = 'from-to-www-redirect';

/**
 * A rule for each host of Ingresses that ask for it, which sends requests for the other name, with or without `www.`, to
 * the host; a name that an Ingress serves is left to that one.
 *
 * Source: ingress-nginx internal/ingress/controller/template/template.go, buildRedirects, and rootfs/etc/nginx/template,
 * last release.
 */
export function wwwRedirects(
  sources: readonly IngressSource[],
  context: MigrationContext,
): RouteRule[] {
  const rules = new Map<string, RouteRule>();
  for (const source of sources) {
    const { nginx, isCanary, served, paths } = source;
    if (isCanary || !served.isNginx || !isOn(nginx.get(about))) {
      continue;
    }
    for (const host of new Set(paths.map(path => path.host))) {
      const from = otherName(host);
      const problem = problemOf({ host, from, source, context });
      if (problem) {
        context.note(source, problem.attention, about, problem.message);
      } else if (from !== undefined && !rules.has(from)) {
        rules.set(from, redirectRule({ source, from, host: host!, context }));
      }
    }
  }
  return [...rules.values()];
}

function isOn(value: string | undefined): boolean {
  return parseBoolean(value ?? '') === true;
}

function otherName(host: string | undefined): string | undefined {
  if (host === undefined) {
    return undefined;
  }
  const other = host.startsWith('www.') ? host.slice(4) : `www.${host}`;
  return isPreciseHostname(other) ? other : undefined;
}

function problemOf(options: {
  host: string | undefined;
  from: string | undefined;
  source: IngressSource;
  context: MigrationContext;
}): { attention: 'done' | 'decide'; message: string } | undefined {
  const { host = 'hosts without a name', from, source, context } = options;
  if (from === undefined) {
    return {
      attention: 'decide',
      message: `There is no one other name for ${host}, and no route redirects from one. Look at what answers today.`,
    };
  }
  if (isOn(source.nginx.get('ssl-passthrough'))) {
    return {
      attention: 'decide',
      message: `TLS of ${host} is passed on unopened, and no route redirects ${from} to it. Look at what answers there today.`,
    };
  }
  return isServed(from, context)
    ? {
        attention: 'done',
        message: `${from} is served by an Ingress of its own, so that NGINX does not redirect it to ${host}, and neither does a route.`,
      }
    : undefined;
}

function isServed(name: string, { ingresses }: MigrationContext): boolean {
  return ingresses.some(
    ({ isCanary, nginx, paths }) =>
      !isCanary &&
      (paths.some(({ host }) => host === name) ||
        (nginx.get('server-alias') ?? '')
          .split(',')
          .some(alias => alias.trim() === name)),
  );
}

function redirectRule(options: {
  source: IngressSource;
  from: string;
  host: string;
  context: MigrationContext;
}): RouteRule {
  const { source, from, host, context } = options;
  const isExact = context.hasAks('1.36');
  const hasTls = (name: string) =>
    source.tls.some(({ hosts }) => hosts.length === 0 || hosts.includes(name));
  context.note(
    source,
    isExact ? 'done' : 'check',
    about,
    `A route of its own redirects ${from} to ${host}, with the path and the query of the request.${
      isExact
        ? ''
        : ' It answers with 301 in place of 308, which needs the Gateway API of AKS 1.36 or later, and after which clients may send another method.'
    } Its name in DNS has to lead to the Gateway too.`,
  );
  if (hasTls(host) && !hasTls(from)) {
    context.note(
      source,
      'decide',
      'tls',
      `The certificate of ${host} is not said to be for ${from}, so that only plain requests to that are redirected; NGINX redirects others too where the certificate holds both names. If it does, add ${from} to the hosts of spec.tls and move again.`,
    );
  }
  return {
    source,
    path: { host: from, path: '/', pathType: 'Prefix', isDefault: false },
    match: { type: 'PathPrefix', value: '/' },
    isOfOneHost: true,
    filters: [
      {
        type: 'RequestRedirect',
        requestRedirect: { hostname: host, statusCode: isExact ? 308 : 301 },
      },
    ],
    backends: [],
  };
}

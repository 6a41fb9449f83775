import { IngressSource, SourcePath } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { MigratedPath } from '../types';
import { resolveBackend } from './backends';
import { withCanaries } from './canary';
import { crossOriginFilter } from './crossOrigin';
import { headerFilters, upstreamHost } from './headerFilters';
import { mirrorFilter } from './mirror';
import { pathMatch } from './pathMatch';
import { redirectOf } from './redirects';
import { refusedPath } from './refusedPath';
import { regexHosts } from './regexHosts';
import { rewriteOf } from './rewrite';
import { RouteFields, RouteRule } from './RouteRule';
import { timeoutsOf } from './timeouts';

/** A path that no rule could be made for, and why. */
export type UnservedPath = MigratedPath & { reason: string };

/** The rules for all paths of Ingresses, canaries merged into what they are canaries of. */
export function routeRules(
  sources: readonly IngressSource[],
  context: MigrationContext,
): { rules: RouteRule[]; unserved: UnservedPath[] } {
  const regex = regexHosts(context.ingresses);
  const canaries = sources.filter(({ isCanary }) => isCanary);
  const rules: RouteRule[] = [];
  const unserved: UnservedPath[] = [];
  for (const source of sources.filter(({ isCanary }) => !isCanary)) {
    // NGINX redirects the root before it looks at any path, and the first of equal rules is taken.
    rules.push(...appRoot(source));
    for (const path of source.paths) {
      const rule = ruleOf(source, path, regex, context);
      if ('reason' in rule) {
        unserved.push(unservedPath(source, path, rule.reason));
      } else {
        rules.push(
          ...withCanaries(
            rule,
            canaries.filter(({ namespace }) => namespace === source.namespace),
            context,
          ),
        );
      }
    }
  }
  for (const canary of canaries) {
    reportLostCanary(canary, rules, context);
  }
  return { rules, unserved };
}

function ruleOf(
  source: IngressSource,
  path: SourcePath,
  regex: ReadonlySet<string>,
  context: MigrationContext,
): RouteRule | { reason: string } {
  const rewrite = rewriteOf(source, path, context);
  const match = rewrite.match ?? pathMatch(source, path, regex, context);
  const refused = refusedPath(match);
  if (refused !== undefined) {
    return { reason: `the Gateway API refuses the path: ${refused}` };
  }
  const redirect = redirectOf(source, context);
  if (redirect) {
    return { source, path, match, filters: [redirect], backends: [] };
  }
  if (!path.backend) {
    return {
      reason:
        'its backend is no Service, and routes lead to Services; put one in front of it',
    };
  }
  const backend = resolveBackend(source, path.backend, context);
  if ('reason' in backend) {
    return backend;
  }
  const timeouts = timeoutsOf(source, context);
  return {
    source,
    path,
    match,
    filters: filtersOf(source, rewrite.filter, context),
    ...(timeouts && { timeouts }),
    backends: [backend],
  };
}

/** One filter of a kind is allowed, so a rewritten path and a rewritten host are one. */
function filtersOf(
  source: IngressSource,
  rewrite: RouteFields | undefined,
  context: MigrationContext,
): RouteFields[] {
  const hostname = upstreamHost(source, context);
  const urlRewrite = {
    ...(hostname !== undefined && { hostname }),
    ...(rewrite?.urlRewrite as RouteFields | undefined),
  };
  return [
    crossOriginFilter(source, context),
    ...headerFilters(source, context),
    Object.keys(urlRewrite).length > 0
      ? { type: 'URLRewrite', urlRewrite }
      : undefined,
    mirrorFilter(source, context),
  ].filter(filter => filter !== undefined);
}

/** `app-root` answers requests for the root of each host with a redirect. */
function appRoot(source: IngressSource): RouteRule[] {
  const root = source.nginx.get('app-root') ?? '';
  if (!root.startsWith('/')) {
    return [];
  }
  const hosts = [...new Set(source.paths.map(({ host }) => host))];
  return hosts.map(host => ({
    source,
    path: { host, path: '/', pathType: 'Exact', isDefault: false },
    match: { type: 'Exact', value: '/' },
    filters: [
      {
        type: 'RequestRedirect',
        requestRedirect: {
          path: { type: 'ReplaceFullPath', replaceFullPath: root },
          statusCode: 302,
        },
      },
    ],
    backends: [],
  }));
}

function reportLostCanary(
  canary: IngressSource,
  rules: readonly RouteRule[],
  context: MigrationContext,
): void {
  const served = new Set(
    rules.flatMap(({ backends }) => backends.map(({ service }) => service)),
  );
  const lost = canary.paths.some(
    ({ backend }) => backend && !served.has(backend.service),
  );
  if (lost) {
    context.note(
      canary,
      'check',
      'canary',
      'No Ingress among these has a path that this one is a canary of, or its weight is 0; NGINX sends it no traffic, and neither does a route.',
    );
  }
}

function unservedPath(
  source: IngressSource,
  { host = '*', path, pathType }: SourcePath,
  reason: string,
): UnservedPath {
  return { from: source.reference, host, path, pathType, reason };
}

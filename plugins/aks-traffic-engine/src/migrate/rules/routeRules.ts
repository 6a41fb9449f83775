import { IngressSource, SourcePath } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { MigratedPath } from '../types';
import { resolveBackend } from './backends';
import { withCanaries } from './canary';
import { crossOriginFilter } from './crossOrigin';
import { headerFilters, upstreamHost } from './headerFilters';
import { withLongerWords } from './longerWords';
import { mirrorFilter } from './mirror';
import { pathMatch } from './pathMatch';
import { PathOwner, pathOwners } from './pathOwners';
import { inOrderOfNginx } from './precedence';
import { keptQuery, redirectOf } from './redirects';
import { refusedPath } from './refusedPath';
import { regexHosts } from './regexHosts';
import { rewriteOf } from './rewrite';
import { responseHeaders } from './responseHeaders';
import { RouteFields, RouteRule } from './RouteRule';
import { timeoutsOf } from './timeouts';
import { redirectToSlash } from './trailingSlash';
import { unusedDefault } from './unusedDefault';
import { wwwRedirects } from './wwwRedirects';

/** A path that no rule could be made for, and why. */
export type UnservedPath = MigratedPath & { reason: string };

/** What rules are made with. */
export interface RuleContext extends MigrationContext {
  /** Why the paths of an Ingress must not be routed: what keeps callers out today would be gone. */
  closes(source: IngressSource): string | undefined;
}

/** The rules, and what became of the paths without one. */
export interface RouteRules {
  rules: RouteRule[];
  unserved: UnservedPath[];
  /** Paths that another Ingress asks for too, with the path that counts. */
  duplicates: ReadonlyMap<SourcePath, SourcePath>;
}

/** The rules for all paths of Ingresses, canaries merged into what they are canaries of. */
export function routeRules(
  sources: readonly IngressSource[],
  context: RuleContext,
): RouteRules {
  const regex = regexHosts(context.ingresses);
  const ownerOf = pathOwners(context.ingresses);
  const duplicates = new Map<SourcePath, SourcePath>();
  const canaries = sources.filter(({ isCanary }) => isCanary);
  const rules: RouteRule[] = [];
  const unserved: UnservedPath[] = [];
  for (const source of sources.filter(({ isCanary }) => !isCanary)) {
    // NGINX redirects the root before it looks at any path, and the first of equal rules is taken.
    rules.push(...appRoot(source, context));
    for (const path of source.paths) {
      const unused = unusedDefault(source, path, context.ingresses);
      if (unused !== undefined) {
        context.note(
          source,
          'done',
          'defaultBackend',
          `It gets no requests for ${
            path.host ?? 'hosts without a name'
          } today, and no route leads to it: ${unused}.`,
        );
        continue;
      }
      const owner = ownerOf(path);
      if (owner && owner.path !== path) {
        sayWhoOwns(source, path, owner, context);
        if (sources.includes(owner.source)) {
          duplicates.set(path, owner.path);
        } else {
          unserved.push(
            unservedPath(source, path, ownedBy(owner, 'which stays')),
          );
        }
        continue;
      }
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
          ...redirectToSlash(rule, regex, context),
        );
      }
    }
  }
  rules.push(...wwwRedirects(sources, context));
  for (const canary of canaries) {
    reportLostCanary(canary, rules, context);
  }
  return {
    rules: withLongerWords(inOrderOfNginx(rules, context), regex, context),
    unserved,
    duplicates,
  };
}

/** NGINX serves a host and path once, whoever asks for it; a route of each would divide it by chance. */
function sayWhoOwns(
  source: IngressSource,
  { host = 'any host', path, isDefault }: SourcePath,
  owner: PathOwner,
  context: MigrationContext,
): void {
  const { title, isNginx } = source.served;
  if (!isNginx || !owner.source.served.isNginx) {
    context.note(
      source,
      'decide',
      'conflict',
      `${host}${path} is asked for by several Ingresses, and which of them counts is up to ${title}; the route takes ${placeOf(
        owner.source,
      )}. Look at what answers today.`,
    );
    return;
  }
  context.note(
    source,
    owner.isKnown ? 'check' : 'decide',
    'conflict',
    owner.isKnown
      ? `${host}${path} is not served by this Ingress: ${ownedBy(
          owner,
          isDefault && !owner.path.isDefault
            ? 'which has a rule for it'
            : 'which is older',
        )}. So does the route.`
      : `${host}${path} is asked for by several Ingresses, and NGINX serves the oldest. Nothing here says which that is; the route takes ${placeOf(
          owner.source,
        )}. Look at creationTimestamp in the cluster.`,
  );
}

function ownedBy({ source }: PathOwner, why: string): string {
  return `${source.served.title} takes it from ${placeOf(source)}, ${why}`;
}

function placeOf({ namespace, reference }: IngressSource): string {
  return `${namespace}/${reference.name}`;
}

function ruleOf(
  source: IngressSource,
  path: SourcePath,
  regex: ReadonlySet<string>,
  context: RuleContext,
): RouteRule | { reason: string } {
  const rewrite = rewriteOf(source, path, context);
  const match = rewrite.match ?? pathMatch(source, path, regex, context);
  const refused = refusedPath(match);
  if (refused !== undefined) {
    return { reason: `the Gateway API refuses the path: ${refused}` };
  }
  const redirect = redirectOf(source, context);
  if (redirect && 'reason' in redirect) {
    return { reason: String(redirect.reason) };
  }
  if (redirect) {
    return { source, path, match, filters: [redirect], backends: [] };
  }
  const opening = context.closes(source);
  if (opening !== undefined) {
    return { reason: `its route would let everybody in: ${opening}` };
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
    responseHeaders(source, context),
    Object.keys(urlRewrite).length > 0
      ? { type: 'URLRewrite', urlRewrite }
      : undefined,
    mirrorFilter(source, context),
  ].filter(filter => filter !== undefined);
}

/** `app-root` answers requests for the root of each host with a redirect. */
function appRoot(
  source: IngressSource,
  context: MigrationContext,
): RouteRule[] {
  const root = source.nginx.get('app-root') ?? '';
  if (!root.startsWith('/')) {
    return [];
  }
  context.note(source, 'check', 'app-root', keptQuery);
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

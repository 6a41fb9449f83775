import { AnnotationVerdict } from 'backstage-plugin-aks-traffic-common';
import { judgeAnnotations } from '../annotations/judgeAnnotations';
import { KubernetesObject } from '../model/observation';
import { compareText } from '../objects/compareText';
import { groupOf, referenceOf } from '../objects/metadata';
import { findApplicationLoadBalancer } from './emit/applicationLoadBalancer';
import { EmitContext } from './emit/EmitContext';
import { emitObjects } from './emit/emitObjects';
import { gatewayName } from './emit/names';
import { hostPlans } from './ingress/hostPlans';
import { IngressSource, SourcePath } from './ingress/IngressSource';
import { readIngress } from './ingress/readIngress';
import { servingSystems } from './ingress/servingSystem';
import { createContext } from './MigrationContext';
import { annotationNotes } from './report/annotationNotes';
import { noteOtherAnnotations } from './report/otherAnnotations';
import { noteServingSystem } from './report/otherSystemNotes';
import { isSamePlace } from './rules/canary';
import { openingsOf } from './rules/openings';
import { otherOpenings } from './rules/otherOpenings';
import { RouteRules, routeRules } from './rules/routeRules';
import { openingsBeside } from './rules/stayingIngresses';
import { unusedDefault } from './rules/unusedDefault';
import { MigrateOptions, MigratedPath, Migration } from './types';

const defaultPrefix = 'nginx.ingress.kubernetes.io';

/**
 * Moves Ingresses of ingress-nginx to the Gateway API of a target: the objects to apply, a verdict and a note for each
 * annotation, and for each path what serves it.
 *
 * @remarks
 * Pure, and never throws on any JSON: what cannot be carried over is named instead.
 *
 * @public
 */
export function migrateIngresses(options: MigrateOptions): Migration {
  const {
    target,
    annotationPrefix = defaultPrefix,
    internal,
    allowOpen = false,
  } = options;
  const servedBy = servingSystems(options);
  const ingresses = options.objects
    .filter(isIngress)
    .map(object => readIngress(object, annotationPrefix, servedBy(object)))
    .sort((left, right) => compareText(placeOf(left), placeOf(right)));
  const sources = ingresses.filter(source => isWanted(source, options.only));
  const base = createContext({
    target,
    ingresses,
    objects: options.objects,
    kubernetesVersion: options.kubernetesVersion,
  });
  const loadBalancer = findApplicationLoadBalancer(options.objects);
  const context: EmitContext = Object.assign(base, {
    internal: internal === true,
    isReachStated: internal !== undefined,
    gateway: options.gateway ?? gatewayBeside(sources),
    ...(loadBalancer && { loadBalancer }),
  });
  const verdicts = new Map(
    sources.map(source => [source, verdictsOf(source, options)]),
  );
  for (const source of sources) {
    noteServingSystem(source, annotationPrefix, context);
    noteOtherAnnotations(source, annotationPrefix, context);
  }
  const staying = ingresses.filter(source => !sources.includes(source));
  const openings = new Map(
    sources.map(source => [
      source,
      [
        ...openingsOf(source, verdicts.get(source)!, context),
        ...otherOpenings(source, internal),
        ...openingsBeside(source, staying, context),
      ],
    ]),
  );
  const made = routeRules(
    sources,
    Object.assign(context, {
      closes: (source: IngressSource) =>
        allowOpen
          ? undefined
          : openings.get(source)?.map(({ message }) => message)[0],
    }),
  );
  const { rules } = made;
  const { objects, routes } = emitObjects(hostPlans(rules, context), context);
  const annotations = [...verdicts.values()].flat();
  const { notes } = base;
  return {
    target,
    objects,
    annotations,
    notes: [...notes, ...annotationNotes(annotations, target, notes)],
    paths: pathsOf(sources, routes, made, ingresses),
    openings: [...openings.values()].flat(),
    from: [...new Set(sources.map(({ served }) => served.title))].sort(),
    isOpen: allowOpen,
  };
}

function isIngress(object: KubernetesObject): boolean {
  return (
    object.kind === 'Ingress' &&
    ['networking.k8s.io', 'extensions'].includes(groupOf(object))
  );
}

function placeOf({ namespace, reference }: IngressSource): string {
  return `${namespace}/${reference.name}`;
}

function isWanted(
  { namespace, reference }: IngressSource,
  only: MigrateOptions['only'],
): boolean {
  return (
    only === undefined ||
    only.some(
      wanted =>
        wanted.namespace === namespace && wanted.name === reference.name,
    )
  );
}

/** Implementations append to the name, and 63 characters are the limit for the result. */
function gatewayBeside(sources: readonly IngressSource[]) {
  // A canary goes, and the Gateway stays.
  const first = sources.find(({ isCanary }) => !isCanary) ?? sources[0];
  return {
    namespace: first?.namespace ?? 'default',
    name: gatewayName(first?.reference.name ?? 'gateway'),
  };
}

/** What is said of the text that stands in place of a value is not said of the value. */
const unjudged = {
  value: undefined,
  redacted: true,
  problem: undefined,
  effective: 'unknown' as const,
};

/** What stands on the Ingress is judged as who serves it reads it: that is what is being left. */
function verdictsOf(
  { object, reference, withheld, served }: IngressSource,
  { kubernetesVersion, annotationPrefix = defaultPrefix }: MigrateOptions,
): AnnotationVerdict[] {
  return judgeAnnotations(object, {
    readers: [
      served.isNginx
        ? { system: 'ingress-nginx', reads: 'all', prefix: annotationPrefix }
        : {
            system: served.system,
            reads:
              served.known === 'stated' && served.system !== 'traefik'
                ? 'none'
                : 'unknown',
            prefix: annotationPrefix,
          },
    ],
    aksVersion: kubernetesVersion,
  }).map(verdict => ({
    ...verdict,
    object: reference,
    ...(withheld.has(verdict.name) && unjudged),
  }));
}

/** Each path of each Ingress once, canaries included: these are served where what they are canaries of is. */
function pathsOf(
  sources: readonly IngressSource[],
  routes: ReturnType<typeof emitObjects>['routes'],
  { unserved, duplicates }: RouteRules,
  ingresses: readonly IngressSource[],
): MigratedPath[] {
  return sources.flatMap(source =>
    usedPaths(source, ingresses).map((path): MigratedPath => {
      const host = path.host ?? '*';
      const common = {
        from: source.reference,
        host,
        path: path.path,
        pathType: path.pathType,
      };
      const route = routes.find(({ rules }) =>
        rules.some(
          rule =>
            rule.path === (duplicates.get(path) ?? path) ||
            (source.isCanary &&
              rule.source.namespace === source.namespace &&
              isSamePlace(rule.path, path)),
        ),
      );
      return route
        ? { ...common, route: referenceOf(route.object) }
        : { ...common, reason: reasonFor(source, common, unserved) };
    }),
  );
}

/** What gets no requests today is no path. */
function usedPaths(
  source: IngressSource,
  ingresses: readonly IngressSource[],
): SourcePath[] {
  return source.paths.filter(
    path => unusedDefault(source, path, ingresses) === undefined,
  );
}

function reasonFor(
  source: IngressSource,
  { host, path }: Pick<MigratedPath, 'host' | 'path'>,
  unserved: readonly MigratedPath[],
): string {
  if (source.isCanary) {
    return 'it is a canary of a path that none of these Ingresses has';
  }
  return (
    unserved.find(
      each =>
        each.from === source.reference &&
        each.host === host &&
        each.path === path,
    )?.reason ?? 'TLS of its host is to be passed on, which the target cannot'
  );
}

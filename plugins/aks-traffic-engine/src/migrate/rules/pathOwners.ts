import { compareText } from '../../objects/compareText';
import { IngressSource, SourcePath } from '../ingress/IngressSource';

/** Who says what a host and path leads to, where several Ingresses do. */
export interface PathOwner {
  source: IngressSource;
  path: SourcePath;
  /** Whether the time stamps say that it is the oldest; files have none. */
  isKnown: boolean;
}

/**
 * Finds for a path the Ingress whose word counts: of two with the same host, path and type NGINX takes the older one.
 *
 * Source: ingress-nginx internal/ingress/controller/controller.go and store/store.go, last release.
 */
export function pathOwners(
  ingresses: readonly IngressSource[],
): (path: SourcePath) => PathOwner | undefined {
  const owners = new Map<string, PathOwner>();
  const sorted = ingresses.filter(({ isCanary }) => !isCanary).sort(byAge);
  for (const source of sorted) {
    for (const path of source.paths) {
      const key = keyOf(path);
      const owner = owners.get(key);
      if (!owner) {
        owners.set(key, { source, path, isKnown: true });
      } else if (owner.source !== source && !isOlder(owner.source, source)) {
        owner.isKnown = false;
      }
    }
  }
  // A default backend gives way to whoever has the root of the host by a rule.
  return path =>
    (path.isDefault &&
      (['Prefix', 'ImplementationSpecific'] as const)
        .map(pathType =>
          owners.get(keyOf({ ...path, pathType, isDefault: false })),
        )
        .find(owner => owner !== undefined)) ||
    owners.get(keyOf(path));
}

/** What has no time stamp comes last, so that the order of files does not matter. */
function byAge(left: IngressSource, right: IngressSource): number {
  const [first, second] = [left, right].map(source =>
    Number.isNaN(timeOf(source)) ? Infinity : timeOf(source),
  );
  return first === second
    ? compareText(placeOf(left), placeOf(right))
    : first - second;
}

/** What has no time stamp is older than nothing, nor is anything older than it. */
function isOlder(left: IngressSource, right: IngressSource): boolean {
  return timeOf(left) < timeOf(right);
}

function timeOf({ createdAt = '' }: IngressSource): number {
  return Date.parse(createdAt);
}

function placeOf({ namespace, reference }: IngressSource): string {
  return `${namespace}/${reference.name}`;
}

function keyOf({ host, path, pathType, isDefault }: SourcePath): string {
  return JSON.stringify([host, path, pathType, isDefault]);
}

import { KubernetesObject } from '../../model/observation';
import { field, listField, numberField, textField } from '../../objects/field';
import { namespaceOf } from '../../objects/metadata';

/** A Service that a route names, with the paths that lead there. */
export interface RouteBackend {
  namespace: string;
  service: string;
  paths: string[];
  /** Sum of the weights that the route's rules give it; zero when it is named and gets nothing. */
  weight: number;
  /** Whether it gets copies of requests only. */
  mirrorOnly: boolean;
}

/** The Services that a Gateway API route names, in `backendRefs` and in mirror filters. */
export function routeBackends(route: KubernetesObject): RouteBackend[] {
  const found = new Map<string, RouteBackend>();
  for (const rule of listField(route, 'spec.rules')) {
    const paths = pathsOf(rule);
    for (const reference of listField(rule, 'backendRefs')) {
      add(found, route, reference, {
        paths,
        weight: numberField(reference, 'weight') ?? 1,
        mirror: false,
      });
    }
    for (const reference of mirrorsOf(rule)) {
      add(found, route, reference, { paths, weight: 0, mirror: true });
    }
  }
  return [...found.values()];
}

function mirrorsOf(rule: unknown): unknown[] {
  const filters = [
    ...listField(rule, 'filters'),
    ...listField(rule, 'backendRefs').flatMap(reference => [
      ...listField(reference, 'filters'),
    ]),
  ];
  return filters.flatMap(
    filter => field(filter, 'requestMirror.backendRef') ?? [],
  );
}

function add(
  found: Map<string, RouteBackend>,
  route: KubernetesObject,
  reference: unknown,
  use: { paths: string[]; weight: number; mirror: boolean },
): void {
  const service = textField(reference, 'name');
  const kind = textField(reference, 'kind') ?? 'Service';
  const group = textField(reference, 'group') ?? '';
  if (service === undefined || kind !== 'Service' || group !== '') {
    return;
  }
  const namespace = textField(reference, 'namespace') ?? namespaceOf(route);
  const known = found.get(`${namespace}/${service}`);
  found.set(`${namespace}/${service}`, {
    namespace,
    service,
    paths: [...new Set([...(known?.paths ?? []), ...use.paths])],
    weight: (known?.weight ?? 0) + use.weight,
    mirrorOnly: (known?.mirrorOnly ?? true) && use.mirror,
  });
}

/** Path values of HTTP matches, `service/method` of gRPC ones; every path where nothing is matched. */
function pathsOf(rule: unknown): string[] {
  const matches = listField(rule, 'matches');
  const paths = matches.map(match => {
    const path = textField(match, 'path.value');
    if (path !== undefined) {
      return path;
    }
    const service = textField(match, 'method.service');
    const method = textField(match, 'method.method');
    return service === undefined && method === undefined
      ? '/'
      : `/${service ?? '*'}/${method ?? '*'}`;
  });
  return paths.length > 0 ? paths : ['/'];
}

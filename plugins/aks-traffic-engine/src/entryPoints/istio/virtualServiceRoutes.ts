import { KubernetesObject } from '../../model/observation';
import {
  listField,
  numberField,
  textField,
  textListField,
} from '../../objects/field';
import { namespaceOf } from '../../objects/metadata';
import { destinationService } from './destinationService';

/** A Service that a VirtualService leads to. */
export interface VirtualServiceRoute {
  namespace: string;
  service: string;
  certain: boolean;
  paths: string[];
  weight: number;
  mirrorOnly: boolean;
  /** The gateways the routes are limited to by their matches; empty for all of the VirtualService. */
  gateways: string[];
  /** Whether some route is on TLS connections that are not opened. */
  passthrough: boolean;
}

/** A VirtualService that another one hands a part of its requests to. */
export interface Delegate {
  namespace: string;
  name: string;
}

/** The Services behind the `http`, `tls` and `tcp` routes of a VirtualService, mirrors included. */
export function virtualServiceRoutes(
  object: KubernetesObject,
): VirtualServiceRoute[] {
  const found = new Map<string, VirtualServiceRoute>();
  for (const protocol of ['http', 'tls', 'tcp'] as const) {
    for (const route of listField(object, `spec.${protocol}`)) {
      const matches = listField(route, 'match');
      const use = {
        namespace: namespaceOf(object),
        paths: pathsOf(matches),
        gateways: gatewaysOf(matches),
        passthrough: protocol === 'tls',
      };
      for (const destination of listField(route, 'route')) {
        add(found, textField(destination, 'destination.host'), {
          ...use,
          weight: numberField(destination, 'weight') ?? 1,
          mirror: false,
        });
      }
      const mirrors = [
        textField(route, 'mirror.host'),
        ...listField(route, 'mirrors').map(mirror =>
          textField(mirror, 'destination.host'),
        ),
      ];
      for (const host of mirrors) {
        add(found, host, { ...use, weight: 0, mirror: true });
      }
    }
  }
  return [...found.values()];
}

/** The VirtualServices that a root VirtualService delegates to. */
export function delegatesOf(object: KubernetesObject): Delegate[] {
  return listField(object, 'spec.http').flatMap(route => {
    const name = textField(route, 'delegate.name');
    return name === undefined
      ? []
      : {
          name,
          namespace:
            textField(route, 'delegate.namespace') ?? namespaceOf(object),
        };
  });
}

interface RouteUse {
  namespace: string;
  paths: string[];
  gateways: string[];
  passthrough: boolean;
  weight: number;
  mirror: boolean;
}

function add(
  found: Map<string, VirtualServiceRoute>,
  host: string | undefined,
  use: RouteUse,
): void {
  const target =
    host === undefined ? undefined : destinationService(host, use.namespace);
  if (!target) {
    return;
  }
  const key = `${target.namespace}/${target.service}`;
  const known = found.get(key);
  const unlimited = known?.gateways.length === 0 || use.gateways.length === 0;
  found.set(key, {
    namespace: target.namespace,
    service: target.service,
    certain: target.certain,
    paths: [...new Set([...(known?.paths ?? []), ...use.paths])],
    weight: (known?.weight ?? 0) + use.weight,
    mirrorOnly: (known?.mirrorOnly ?? true) && use.mirror,
    gateways: unlimited
      ? []
      : [...new Set([...(known?.gateways ?? []), ...use.gateways])],
    passthrough: (known?.passthrough ?? false) || use.passthrough,
  });
}

function pathsOf(matches: readonly unknown[]): string[] {
  const paths = matches.map(
    match =>
      textField(match, 'uri.exact') ??
      textField(match, 'uri.prefix') ??
      textField(match, 'uri.regex') ??
      '/',
  );
  return paths.length > 0 ? [...new Set(paths)] : ['/'];
}

/** A match without gateways is for all of them, and so is a route without matches. */
function gatewaysOf(matches: readonly unknown[]): string[] {
  const limited = matches.map(match => textListField(match, 'gateways'));
  return limited.every(gateways => gateways.length > 0)
    ? [...new Set(limited.flat())]
    : [];
}

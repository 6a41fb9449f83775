import { armKey, armName } from '../armId';
import { ApplicationGatewayBackend } from '../facts';
import { rowList, rowText } from '../rowFields';

/** A listener, as far as it matters from where traffic comes. */
type Listener = Pick<ApplicationGatewayBackend, 'frontend' | 'tls'>;

/**
 * Follows the rules of an application gateway from its listeners to the addresses in its backend pools: for HTTP and
 * for the rules on TCP and TLS, which have lists of their own.
 */
export function parseApplicationGatewayBackends(
  properties: unknown,
): ApplicationGatewayBackend[] {
  const pools = poolAddresses(properties);
  const maps = poolsOfPathMaps(properties);
  const listeners = listenersById(properties);
  const rules = [
    ...rowList(properties, 'requestRoutingRules'),
    ...rowList(properties, 'routingRules'),
  ];
  const found = new Map<string, ApplicationGatewayBackend>();
  for (const rule of rules) {
    const listener = listeners.get(
      idKey(rule, 'properties.httpListener.id') ??
        idKey(rule, 'properties.listener.id') ??
        '',
    );
    const poolIds = [
      idKey(rule, 'properties.backendAddressPool.id'),
      ...(maps.get(idKey(rule, 'properties.urlPathMap.id') ?? '') ?? []),
    ];
    for (const id of poolIds) {
      for (const address of pools.get(id ?? '') ?? []) {
        const backend = { address, ...listener };
        found.set(JSON.stringify(backend), backend);
      }
    }
  }
  return [...found.values()];
}

function poolAddresses(properties: unknown): Map<string, string[]> {
  return new Map(
    rowList(properties, 'backendAddressPools').map(pool => [
      idKey(pool, 'id') ?? '',
      rowList(pool, 'properties.backendAddresses').flatMap(
        entry => rowText(entry, 'ipAddress') ?? rowText(entry, 'fqdn') ?? [],
      ),
    ]),
  );
}

function poolsOfPathMaps(
  properties: unknown,
): Map<string, (string | undefined)[]> {
  return new Map(
    rowList(properties, 'urlPathMaps').map(map => [
      idKey(map, 'id') ?? '',
      [
        idKey(map, 'properties.defaultBackendAddressPool.id'),
        ...rowList(map, 'properties.pathRules').map(rule =>
          idKey(rule, 'properties.backendAddressPool.id'),
        ),
      ],
    ]),
  );
}

function listenersById(properties: unknown): Map<string, Listener> {
  const all = [
    ...rowList(properties, 'httpListeners'),
    ...rowList(properties, 'listeners'),
  ];
  return new Map(
    all.map(entry => {
      const frontend = rowText(entry, 'properties.frontendIPConfiguration.id');
      const protocol = rowText(entry, 'properties.protocol')?.toLowerCase();
      return [
        idKey(entry, 'id') ?? '',
        {
          ...(frontend !== undefined && { frontend: armName(frontend) }),
          ...(protocol !== undefined && {
            tls: protocol === 'https' || protocol === 'tls',
          }),
        },
      ];
    }),
  );
}

function idKey(entry: unknown, path: string): string | undefined {
  const id = rowText(entry, path);
  return id === undefined ? undefined : armKey(id);
}

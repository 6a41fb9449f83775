import { Route, RouteTable } from '../../azure/facts';

/** Where a route table sends what no other route is for. */
export interface DefaultRoute {
  nextHopType: string;
  nextHopIpAddress?: string;
  /** The route's name, or the names of both halves. */
  name: string;
  addressPrefix: string;
}

/**
 * The route that stands for `0.0.0.0/0`. Two halves of the address space win over it, because they are more
 * specific; `conflict` when the halves leave by different hops.
 */
export function findDefaultRoute(
  table: RouteTable,
): DefaultRoute | 'conflict' | undefined {
  const byPrefix = new Map<string, Route>();
  for (const route of table.routes) {
    byPrefix.set(route.addressPrefix.trim(), route);
  }
  const low = byPrefix.get('0.0.0.0/1');
  const high = byPrefix.get('128.0.0.0/1');
  if (low !== undefined && high !== undefined) {
    const same =
      low.nextHopType.toLowerCase() === high.nextHopType.toLowerCase() &&
      low.nextHopIpAddress === high.nextHopIpAddress;
    return same
      ? {
          nextHopType: low.nextHopType,
          nextHopIpAddress: low.nextHopIpAddress,
          name: `${low.name ?? '0.0.0.0/1'} and ${high.name ?? '128.0.0.0/1'}`,
          addressPrefix: '0.0.0.0/1 and 128.0.0.0/1',
        }
      : 'conflict';
  }
  const route = byPrefix.get('0.0.0.0/0');
  return (
    route && {
      nextHopType: route.nextHopType,
      nextHopIpAddress: route.nextHopIpAddress,
      name: route.name ?? route.addressPrefix,
      addressPrefix: '0.0.0.0/0',
    }
  );
}

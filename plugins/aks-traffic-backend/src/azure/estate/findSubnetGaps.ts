import { ResourceRow } from 'backstage-plugin-aks-traffic-engine';

/**
 * Compares the number of subnets each virtual network says it has with the number that came: Resource Graph expands
 * 400 per network and drops the rest without a word.
 */
export function findSubnetGaps(rows: readonly ResourceRow[]): string[] {
  const arrived = new Map<string, number>();
  for (const { id, type } of rows) {
    if (type.toLowerCase() === 'microsoft.network/virtualnetworks/subnets') {
      const network = id.toLowerCase().replace(/\/subnets\/[^/]*$/, '');
      arrived.set(network, (arrived.get(network) ?? 0) + 1);
    }
  }
  if (arrived.size === 0) {
    // The query for subnets failed as a whole, or there are none.
    return [];
  }
  return rows.flatMap(({ id, name, type, properties }) => {
    if (type.toLowerCase() !== 'microsoft.network/virtualnetworks') {
      return [];
    }
    const stated = (properties as { subnetCount?: unknown } | undefined)
      ?.subnetCount;
    const found = arrived.get(id.toLowerCase()) ?? 0;
    return typeof stated === 'number' && found < stated
      ? [
          `Only ${found} of ${stated} subnets of the virtual network ${name} were read`,
        ]
      : [];
  });
}

import { listProperty, property, textProperty } from '../json';
import { DiscoveredApis } from './DiscoveredApis';

/**
 * Reads an `APIGroupDiscoveryList`, which has the same fields in v2 and v2beta1.
 *
 * @returns undefined when the body is not such a list.
 */
export function parseAggregatedDiscovery(
  body: unknown,
): DiscoveredApis | undefined {
  if (
    textProperty(body, 'kind') !== 'APIGroupDiscoveryList' ||
    !Array.isArray(property(body, 'items'))
  ) {
    return undefined;
  }
  const served: { group: string; version: string; resource: string }[] = [];
  const unknownGroups: string[] = [];
  for (const item of listProperty(body, 'items')) {
    const group = textProperty(property(item, 'metadata'), 'name');
    if (group === undefined) {
      continue;
    }
    for (const entry of listProperty(item, 'versions')) {
      const version = textProperty(entry, 'version');
      if (version === undefined) {
        continue;
      }
      // The server answers for an extension server that is down with what it last knew, which may be nothing.
      if (textProperty(entry, 'freshness') === 'Stale') {
        unknownGroups.push(group);
      }
      for (const resource of listProperty(entry, 'resources')) {
        const name = textProperty(resource, 'resource');
        if (name !== undefined) {
          served.push({ group, version, resource: name });
        }
      }
    }
  }
  return DiscoveredApis.create({ served, unknownGroups });
}

import { hasList, listProperty, property, textProperty } from '../json';
import { DiscoveredApis } from './DiscoveredApis';

/**
 * Reads an `APIGroupDiscoveryList`, which has the same fields in v2 and v2beta1.
 *
 * @returns undefined when the body is not such a list. Where parts of it cannot be understood, nothing that is not
 * in it counts as absent.
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
  let isWhole = true;
  const entriesOf = (value: unknown, key: string): unknown[] => {
    isWhole &&= hasList(value, key);
    return listProperty(value, key);
  };
  const textOf = (value: unknown, key: string): string | undefined => {
    const text = textProperty(value, key);
    isWhole &&= text !== undefined;
    return text;
  };
  for (const item of entriesOf(body, 'items')) {
    const group = textOf(property(item, 'metadata'), 'name');
    for (const entry of entriesOf(item, 'versions')) {
      const version = textOf(entry, 'version');
      // The server answers for an extension server that is down with what it last knew, which may be nothing.
      if (group !== undefined && property(entry, 'freshness') === 'Stale') {
        unknownGroups.push(group);
      }
      for (const listed of entriesOf(entry, 'resources')) {
        const resource = textOf(listed, 'resource');
        if (group && version && resource) {
          served.push({ group, version, resource });
        }
      }
    }
  }
  return DiscoveredApis.create({ served, unknownGroups, isWhole });
}

import { StoredDiscovery } from '../store/types';

/** What may be missing from the list of clusters. */
export function describeGaps(discovery: StoredDiscovery | undefined): string[] {
  return discovery?.gaps ?? ['Clusters have not been looked for yet.'];
}

import { StoredDiscovery } from '../store/types';
import { StalenessOptions } from './coverageOf';

/** What may be missing from the list of clusters. */
export function describeGaps(discovery: StoredDiscovery | undefined): string[] {
  return discovery?.gaps ?? ['Clusters have not been looked for yet.'];
}

/** What may be wrong with the entities and owners that Services are listed under. */
export function describeLinkGaps(
  linkedAt: string | undefined,
  { now, staleAfterMs }: StalenessOptions,
): string[] {
  if (linkedAt === undefined) {
    return [
      'The catalog has not been read yet, so that no Service has an owner.',
    ];
  }
  return now.getTime() - new Date(linkedAt).getTime() > staleAfterMs
    ? [
        `Owners and entities are those of ${linkedAt}: the catalog could not be read since.`,
      ]
    : [];
}

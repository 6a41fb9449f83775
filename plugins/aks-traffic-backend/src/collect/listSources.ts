import { toError } from '@backstage/errors';
import {
  abortable,
  ClusterLocation,
  ClusterSource,
} from 'backstage-plugin-aks-traffic-node';

/** What all sources beside Azure know. */
export interface SourceListing {
  clusters: ClusterLocation[];
  /** What people should know of it, hints of sources included. */
  gaps: string[];
  /** Whether every source listed all that it knows. */
  complete: boolean;
}

/**
 * Asks all sources at once; one that fails, or does not answer within `timeoutMs` milliseconds, costs only its own
 * clusters.
 */
export async function listSources(
  sources: readonly ClusterSource[],
  options: { signal: AbortSignal; timeoutMs: number },
): Promise<SourceListing> {
  const listings = await Promise.all(
    sources.map(source => listSource(source, options)),
  );
  return {
    clusters: listings.flatMap(({ clusters }) => clusters),
    gaps: listings.flatMap(({ gaps }) => gaps),
    complete: listings.every(({ complete }) => complete),
  };
}

async function listSource(
  source: ClusterSource,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<SourceListing> {
  const ends = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const {
      clusters,
      gaps,
      hints = [],
    } = await abortable(source.list(ends), ends);
    return {
      clusters,
      gaps: [...gaps, ...hints],
      complete: gaps.length === 0,
    };
  } catch (error) {
    return {
      clusters: [],
      gaps: [
        `The clusters of the source ${source.id} could not be listed: ${
          toError(error).message
        }`,
      ],
      complete: false,
    };
  }
}

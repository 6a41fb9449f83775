import {
  ClusterObservation,
  Estate,
  ResourceRead,
} from 'backstage-plugin-aks-traffic-engine';
import { StoredSnapshot } from '../store/types';
import { azureKinds, kubernetesKind } from './knownKinds';

/** How long a whole snapshot is preferred to newer readings that keep failing at the same place, in milliseconds. */
const preferWholeFor = 24 * 60 * 60 * 1000;

/** What to do with a reading. */
export type ReadingVerdict =
  | { fate: 'replace'; observedAt: string }
  | { fate: 'keep'; gaps: string[] };

function couldNotRead(read: ResourceRead): string {
  return read.gap ?? `${kubernetesKind(read)} could not be read.`;
}

/** The reads whose failure is worth waiting for: what is not permitted will not be permitted the next time either. */
function isTransient({ state }: ResourceRead): boolean {
  return state === 'failed' || state === 'partial' || state === 'not-read';
}

/**
 * Decides whether a reading becomes the snapshot of its cluster.
 *
 * A reading that saw less than the snapshot would turn facts into ignorance, so the snapshot stays and is called
 * stale, with the reason. Three limits to that: what is forbidden is a lasting fact and shown as partial coverage at
 * once; what fails for a day (a broken conversion webhook does) must not freeze the rest; and nothing ever replaces
 * a whole list of Services by one that could not be read, because every Service would look deleted. Where the snapshot
 * had no whole list either, the store keeps the Services that a reading does not list.
 */
export function judgeReading(options: {
  observation: ClusterObservation;
  estate: Estate;
  /** What is served now. */
  snapshot: StoredSnapshot | undefined;
  now: Date;
}): ReadingVerdict {
  const { observation, estate, snapshot, now } = options;
  const { observedAt } = observation;
  if (observation.coverage === 'unreachable' || observedAt === undefined) {
    const gaps = [
      ...observation.gaps,
      ...observation.reads.flatMap(({ gap }) => gap ?? []),
    ];
    return {
      fate: 'keep',
      gaps: gaps.length > 0 ? gaps : ['The cluster could not be read.'],
    };
  }
  if (!snapshot) {
    return { fate: 'replace', observedAt };
  }

  const known = new Set(snapshot.knownKinds);
  const lostReads = observation.reads.filter(
    read =>
      known.has(kubernetesKind(read)) &&
      (isTransient(read) ||
        (read.state === 'forbidden' && kubernetesKind(read) === 'services')),
  );
  const servicesLost = lostReads.some(
    read => kubernetesKind(read) === 'services',
  );
  // Without a gap nothing failed: the type is merely not asked for any more.
  const azureLost =
    estate.gaps.length > 0 && lostTypes(known, estate).length > 0;
  const age = now.getTime() - new Date(snapshot.observedAt).getTime();

  if (
    servicesLost ||
    ((lostReads.length > 0 || azureLost) && age < preferWholeFor)
  ) {
    return {
      fate: 'keep',
      gaps: [
        'The newest reading saw less than the one before, which is shown instead.',
        ...observation.gaps,
        ...lostReads.map(couldNotRead),
        ...(azureLost ? estate.gaps : []),
      ],
    };
  }
  return { fate: 'replace', observedAt };
}

/** Azure types that the snapshot had and the estate has not. Types of Azure hold a slash, Kubernetes kinds do not. */
function lostTypes(known: ReadonlySet<string>, estate: Estate): string[] {
  const read = new Set(azureKinds(estate));
  return [...known].filter(kind => kind.includes('/') && !read.has(kind));
}

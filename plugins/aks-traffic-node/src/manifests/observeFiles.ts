import {
  ClusterObservation,
  KubernetesObject,
  readManifests,
  reduceObject,
} from 'backstage-plugin-aks-traffic-engine';
import { ObjectPlaces } from './ObjectPlaces';
import { manifestExtensions } from './readObjects';
import { readSources, SourceFolder } from './readSources';

/**
 * Reads manifests as if they were what a cluster holds.
 *
 * @throws InputError when a path cannot be read.
 *
 * @public
 */
export async function observeFiles(options: {
  paths: readonly string[];
  cluster: string;
  armId: string | undefined;
  /** What is not known besides. */
  gaps: readonly string[];
  now: Date;
  from: SourceFolder;
}): Promise<{ observation: ClusterObservation; places: ObjectPlaces }> {
  const { paths, cluster, armId, now, from } = options;
  const objects: KubernetesObject[] = [];
  const places = new ObjectPlaces();
  const gaps = [...options.gaps];
  const unread = new Map<string, number>();
  for (const path of paths) {
    for await (const reading of readSources({
      path,
      extensions: manifestExtensions,
      from,
    })) {
      if ('gap' in reading) {
        gaps.push(reading.gap);
        continue;
      }
      const { name, text, file } = reading.source;
      const manifests = readManifests(text, name, { reduce: reduceObject });
      for (const gap of manifests.gaps) {
        gaps.push(gap);
      }
      for (const { apiVersion, kind, count } of manifests.unread) {
        const key = `${kind} (${apiVersion})`;
        unread.set(key, (unread.get(key) ?? 0) + count);
      }
      for (const [index, object] of manifests.objects.entries()) {
        objects.push(object);
        if (file !== undefined) {
          const { apiVersion, kind, metadata } = object;
          places.add(
            { apiVersion, kind, ...metadata },
            { file, line: manifests.lines[index] },
          );
        }
      }
    }
  }
  gaps.push(...[...unread.entries()].sort().map(unreadGap));
  return {
    places,
    observation: {
      cluster,
      ...(armId !== undefined && { armId }),
      observedAt: now.toISOString(),
      coverage: gaps.length > 0 ? 'partial' : 'complete',
      gaps,
      origin: 'files',
      reads: [],
      objects,
    },
  };
}

function unreadGap([kind, count]: [string, number]): string {
  return count === 1
    ? `1 object of kind ${kind} was not judged: the kind is not known here`
    : `${count} objects of kind ${kind} were not judged: the kind is not known here`;
}

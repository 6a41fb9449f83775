import {
  ClusterObservation,
  KubernetesObject,
  readManifests,
} from 'backstage-plugin-aks-traffic-engine';
import { Terminal } from '../Terminal';
import { readSource } from './readSource';

const extensions = ['.yaml', '.yml', '.json'];

/** Reads manifests as if they were what a cluster holds. */
export async function observeFiles(options: {
  paths: readonly string[];
  cluster: string;
  armId: string | undefined;
  /** What is not known besides. */
  gaps: readonly string[];
  now: Date;
  terminal: Terminal;
}): Promise<ClusterObservation> {
  const { paths, cluster, armId, now, terminal } = options;
  const objects: KubernetesObject[] = [];
  const gaps = [...options.gaps];
  for (const path of paths) {
    const read = await readSource({ path, extensions, terminal });
    gaps.push(...read.gaps);
    for (const { name, text } of read.sources) {
      const manifests = readManifests(text, name);
      gaps.push(...manifests.gaps);
      for (const object of manifests.objects) {
        objects.push(object);
      }
    }
  }
  return {
    cluster,
    ...(armId !== undefined && { armId }),
    observedAt: now.toISOString(),
    coverage: gaps.length > 0 ? 'partial' : 'complete',
    gaps,
    origin: 'files',
    reads: [],
    objects,
  };
}

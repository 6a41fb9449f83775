import { InputError } from '@backstage/errors';
import { TrafficReport } from 'backstage-plugin-aks-traffic-common';
import {
  analyzeCluster,
  createReport,
} from 'backstage-plugin-aks-traffic-engine';
import { observeFiles } from 'backstage-plugin-aks-traffic-node';

/**
 * The report about the manifests below a path of a folder.
 *
 * @throws InputError when there is nothing to judge: a check must not pass because it looked at nothing.
 */
export async function checkManifests(options: {
  folder: string;
  path: string;
  now: Date;
  signal?: AbortSignal;
}): Promise<TrafficReport> {
  const { folder, path, now, signal } = options;
  const { observation } = await observeFiles({
    paths: [path],
    cluster: 'files',
    armId: undefined,
    gaps: [],
    now,
    from: { cwd: folder },
  });
  signal?.throwIfAborted();
  if (observation.objects.length === 0) {
    throw new InputError(
      `No Kubernetes object that has to do with traffic in ${path}; name the file or folder of the workspace that holds the manifests`,
    );
  }
  const estate = { rows: [], gaps: [], readTypes: [] };
  return createReport([analyzeCluster(observation, estate, { now })], now);
}

import limiter from 'p-limit';
import {
  KubernetesObject,
  ObservedResource,
  observedResources,
  reduceObject,
} from 'backstage-plugin-aks-traffic-engine';
import { ApiReader } from '../connection/ApiReader';
import { DiscoveredApis } from '../discovery/DiscoveredApis';
import { readDiscovery } from '../discovery/readDiscovery';
import { ReadLimits } from '../ReadLimits';
import { resourceName } from '../resourceName';
import { readResource, ResourceReading } from './readResource';

/** What a cluster serves, and what was read of it: one reading for each wanted resource, in their order. */
export interface ReadResources {
  apis: DiscoveredApis;
  readings: ResourceReading[];
}

/**
 * Discovers what an API server has and lists what the engine wants of it.
 *
 * @throws KubernetesApiError when the server cannot be talked to at all.
 */
export async function readResources(options: {
  api: ApiReader;
  limits: ReadLimits;
  resources?: readonly ObservedResource[];
  reduce?: (raw: unknown) => KubernetesObject | undefined;
}): Promise<ReadResources> {
  const {
    api,
    limits,
    resources = observedResources,
    reduce = reduceObject,
  } = options;
  const apis = await readDiscovery({
    api,
    wantedGroups: new Set(resources.map(({ group }) => group)),
  });
  const limit = limiter(limits.concurrency);
  const readings = await Promise.all(
    resources.map(resource =>
      limit(() => readResource({ api, apis, resource, limits, reduce })),
    ),
  );
  return { apis, readings: doubtAbsence(readings) };
}

/**
 * Discovery of an API server that has just started, or of one of several during an upgrade, may not know yet what was
 * added to it. A definition among the objects proves that the resource is there.
 */
export function doubtAbsence<
  Reading extends Pick<ResourceReading, 'read' | 'objects'>,
>(readings: Reading[]): Reading[] {
  const defined = new Set(
    readings.flatMap(({ objects }) =>
      objects
        .filter(({ kind }) => kind === 'CustomResourceDefinition')
        .map(({ metadata }) => metadata.name),
    ),
  );
  return readings.map(reading => {
    const { read } = reading;
    return read.state === 'not-installed' && defined.has(resourceName(read))
      ? {
          ...reading,
          read: {
            ...read,
            state: 'not-read',
            gap: `${resourceName(
              read,
            )} is defined in the cluster and was not served when it was read`,
          },
        }
      : reading;
  });
}

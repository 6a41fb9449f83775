import {
  KubernetesObject,
  ObservedResource,
  ResourceRead,
} from 'backstage-plugin-aks-traffic-engine';
import { ApiReader } from '../connection/ApiReader';
import { isBuiltIn } from '../discovery/builtInGroups';
import { DiscoveredApis } from '../discovery/DiscoveredApis';
import { KubernetesApiError } from '../KubernetesApiError';
import { ReadLimits } from '../ReadLimits';
import { resourceName } from '../resourceName';
import { Listing, listResource } from './listResource';

/** What became of reading one resource, and the objects that were read. */
export interface ResourceReading {
  read: ResourceRead;
  objects: KubernetesObject[];
  /** Where a watch goes on from the list; absent when it did not reach its end. */
  position?: ResourcePosition;
}

/** A version of an API, and the version of the cluster in which it was listed. */
export interface ResourcePosition {
  version: string;
  resourceVersion: string;
}

/**
 * Reads one resource of a cluster, in the best version that both the server and the engine know.
 *
 * @throws never for what an API server or the network may do; each outcome is a state.
 */
export async function readResource(options: {
  api: ApiReader;
  apis: DiscoveredApis;
  resource: ObservedResource;
  limits: Pick<ReadLimits, 'pageSize' | 'maxPages'>;
  reduce: (raw: unknown) => KubernetesObject | undefined;
}): Promise<ResourceReading> {
  const { apis, resource } = options;
  const discovered = apis.find(resource.group, resource.resource);
  if (discovered.state === 'absent') {
    return reading(resource, { state: 'not-installed' });
  }
  const versions =
    discovered.state === 'unknown'
      ? resource.versions
      : resource.versions.filter(known => discovered.versions.includes(known));
  if (discovered.state === 'served' && versions.length === 0) {
    return reading(resource, {
      state: 'not-read',
      gap: `${resourceName(
        resource,
      )} is served only in versions that are not known here (${discovered.versions.join(
        ', ',
      )}): update the plugin`,
    });
  }
  return readFirstServed(options, versions);
}

async function readFirstServed(
  options: Parameters<typeof readResource>[0],
  versions: readonly string[],
): Promise<ResourceReading> {
  const { resource } = options;
  let unknown: KubernetesApiError | undefined;
  for (const version of versions) {
    try {
      const listing = await listResource({ ...options, version });
      return listed(resource, listing, version);
    } catch (error) {
      if (!(error instanceof KubernetesApiError)) {
        throw error;
      }
      if (error.failure !== 'not-found') {
        return failed(resource, error);
      }
      unknown = error;
    }
  }
  return unknown && isBuiltIn(resource.group)
    ? failed(resource, unknown)
    : reading(resource, { state: 'not-installed' });
}

function listed(
  resource: ObservedResource,
  listing: Listing,
  version: string,
): ResourceReading {
  const { resourceVersion, incomplete } = listing;
  const position =
    resourceVersion === undefined || incomplete !== undefined
      ? undefined
      : { version, resourceVersion };
  const problems = [
    ...(listing.unusable > 0
      ? [
          `${listing.unusable} of the listed objects cannot be read as ${resource.kind} and were skipped`,
        ]
      : []),
    ...(listing.incomplete ? [listing.incomplete] : []),
  ];
  const outcome: Pick<ResourceRead, 'state' | 'gap'> =
    problems.length === 0
      ? { state: 'complete' }
      : {
          state: 'partial',
          gap: `Not all ${resourceName(resource)} were read: ${problems.join(
            '; ',
          )}`,
        };
  return {
    ...reading(resource, outcome, listing.objects),
    ...(position && { position }),
  };
}

function failed(
  resource: ObservedResource,
  error: KubernetesApiError,
): ResourceReading {
  if (error.failure === 'forbidden') {
    return reading(resource, {
      state: 'forbidden',
      gap: `Listing ${resourceName(
        resource,
      )} is forbidden: give the reader's role the rule apiGroups: ["${
        resource.group
      }"], resources: ["${resource.resource}"], verbs: ["list", "watch"]`,
    });
  }
  return reading(resource, {
    state: 'failed',
    gap: `Reading ${resourceName(resource)} failed: ${error.message}`,
  });
}

function reading(
  resource: ObservedResource,
  outcome: Pick<ResourceRead, 'state' | 'gap'>,
  objects: KubernetesObject[] = [],
): ResourceReading {
  return {
    read: { group: resource.group, resource: resource.resource, ...outcome },
    objects,
  };
}

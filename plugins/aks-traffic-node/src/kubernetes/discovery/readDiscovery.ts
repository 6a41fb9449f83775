import { ApiReader } from '../connection/ApiReader';
import { listProperty, property, textProperty } from '../json';
import { KubernetesApiError } from '../KubernetesApiError';
import { DiscoveredApis } from './DiscoveredApis';
import { parseAggregatedDiscovery } from './parseAggregatedDiscovery';

const aggregated = ['v2', 'v2beta1']
  .map(
    version =>
      `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`,
  )
  .join(',');

/**
 * Asks an API server what it serves: in one request where it knows aggregated discovery (v2, else v2beta1), else
 * group by group, and then only the groups that are of interest.
 *
 * @returns what is served; everything unknown when the server knows the reader and does not let it see discovery.
 * @throws KubernetesApiError when the server cannot be talked to at all.
 */
export async function readDiscovery(options: {
  api: ApiReader;
  wantedGroups: ReadonlySet<string>;
}): Promise<DiscoveredApis> {
  const { api, wantedGroups } = options;
  let body: Record<string, unknown>;
  try {
    body = await readGroups(api);
  } catch (error) {
    if (
      error instanceof KubernetesApiError &&
      error.failure === 'forbidden' &&
      // It lets through nothing else either.
      !error.byBackstage
    ) {
      return DiscoveredApis.unknown();
    }
    throw error;
  }
  const apis = parseAggregatedDiscovery(body);
  if (apis) {
    return apis;
  }
  if (
    textProperty(body, 'kind') !== 'APIGroupList' ||
    !Array.isArray(property(body, 'groups'))
  ) {
    throw new KubernetesApiError({
      cluster: api.cluster,
      resource: 'the list of APIs',
      failure: 'wrong-shape',
      message:
        'The API server answered with JSON that is not a list of APIs; something else may stand at its address',
    });
  }
  return readGroupByGroup({ api, groupList: body, wantedGroups });
}

async function readGroups(api: ApiReader): Promise<Record<string, unknown>> {
  const request = { path: '/apis', resource: 'the list of APIs' };
  try {
    return await api.get({
      ...request,
      accept: `${aggregated},application/json`,
    });
  } catch (error) {
    if (error instanceof KubernetesApiError && error.status === 406) {
      return await api.get(request);
    }
    throw error;
  }
}

async function readGroupByGroup(options: {
  api: ApiReader;
  groupList: Record<string, unknown>;
  wantedGroups: ReadonlySet<string>;
}): Promise<DiscoveredApis> {
  const { api, groupList, wantedGroups } = options;
  const unknownGroups = new Set<string>();
  let isWhole = true;
  const groupVersions = listProperty(groupList, 'groups').flatMap(entry => {
    const group = textProperty(entry, 'name');
    isWhole &&= group !== undefined;
    return group === undefined || !wantedGroups.has(group)
      ? []
      : listProperty(entry, 'versions').flatMap(listed => {
          const version = textProperty(listed, 'version');
          return version === undefined ? [] : [{ group, version }];
        });
  });
  const served = await Promise.all(
    groupVersions.map(async ({ group, version }) => {
      try {
        const list = await api.get({
          path: `/apis/${encodeURIComponent(group)}/${encodeURIComponent(
            version,
          )}`,
          resource: `the resources of ${group}/${version}`,
        });
        if (textProperty(list, 'kind') !== 'APIResourceList') {
          unknownGroups.add(group);
        }
        return listProperty(list, 'resources').flatMap(listed => {
          const resource = textProperty(listed, 'name');
          return resource === undefined ? [] : [{ group, version, resource }];
        });
      } catch {
        unknownGroups.add(group);
        return [];
      }
    }),
  );
  return DiscoveredApis.create({
    served: served.flat(),
    unknownGroups,
    isWhole,
  });
}

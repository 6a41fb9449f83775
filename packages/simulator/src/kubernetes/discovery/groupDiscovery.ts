import { ApiGroup, ApiVersion } from './ApiCatalog';
import { shortNamesOf } from './shortNames';
import { hasStatus, SUBRESOURCE_VERBS, verbsOf } from './verbs';

/** `/api`: the versions of the core group. */
export function coreVersions(
  core: ApiGroup | undefined,
  serverAddress: string,
) {
  return {
    kind: 'APIVersions',
    versions: core?.versions.map(({ version }) => version) ?? [],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
  };
}

/** `/apis`: the names and versions of all other groups. */
export function groupList(groups: ApiGroup[]) {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.filter(({ name }) => name !== '').map(describeGroup),
  };
}

/** `/apis/<group>` */
export function singleGroup(group: ApiGroup) {
  return { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(group) };
}

/** `/api/v1` and `/apis/<group>/<version>`: what one version of a group serves, subresources as rows of their own. */
export function resourceList(
  group: ApiGroup,
  { version, resources }: ApiVersion,
) {
  return {
    kind: 'APIResourceList',
    ...(group.name !== '' && { apiVersion: 'v1' }),
    groupVersion: groupVersion(group.name, version),
    resources: resources.flatMap(api => [
      {
        name: api.resource,
        singularName: api.singular,
        namespaced: api.namespaced,
        kind: api.kind,
        verbs: verbsOf(api),
        shortNames: shortNamesOf(api),
      },
      ...(hasStatus(api)
        ? [
            {
              name: `${api.resource}/status`,
              singularName: '',
              namespaced: api.namespaced,
              kind: api.kind,
              verbs: SUBRESOURCE_VERBS,
            },
          ]
        : []),
    ]),
  };
}

function describeGroup(group: ApiGroup) {
  const versions = group.versions.map(({ version }) => ({
    groupVersion: groupVersion(group.name, version),
    version,
  }));
  return { name: group.name, versions, preferredVersion: versions[0] };
}

function groupVersion(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}

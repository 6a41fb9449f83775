import type { ApiResource } from '../../estate/types';
import { ApiGroup } from './ApiCatalog';
import { shortNamesOf } from './shortNames';
import { hasStatus, SUBRESOURCE_VERBS, verbsOf } from './verbs';

/** The document that lists every resource of some groups at once. */
export function aggregatedDiscovery(
  groups: ApiGroup[],
  format: 'v2' | 'v2beta1',
) {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: `apidiscovery.k8s.io/${format}`,
    metadata: {},
    items: groups.map(group => ({
      metadata: { ...(group.name !== '' && { name: group.name }) },
      versions: group.versions.map(({ version, resources }) => ({
        version,
        resources: resources.map(describe),
        freshness: 'Current',
      })),
    })),
  };
}

function describe(api: ApiResource) {
  const responseKind = {
    // Built-in types leave out what the enclosing entry already says; custom resources repeat it.
    group: api.builtIn ? '' : api.group,
    version: api.builtIn ? '' : api.version,
    kind: api.kind,
  };
  return {
    resource: api.resource,
    responseKind,
    scope: api.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: api.singular,
    verbs: verbsOf(api),
    shortNames: shortNamesOf(api),
    ...(hasStatus(api) && {
      subresources: [
        { subresource: 'status', responseKind, verbs: SUBRESOURCE_VERBS },
      ],
    }),
  };
}

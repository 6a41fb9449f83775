import type { ApiResource, StoredObject } from '../../estate/types';
import type { ApiBundle } from './ApiBundle';

/** The CustomResourceDefinitions that make a server know the custom resources of a bundle, one per resource. */
export function createCustomResourceDefinitions(
  bundle: ApiBundle,
): StoredObject[] {
  const byName = new Map<string, ApiResource[]>();
  for (const api of bundle.apis) {
    if (!api.builtIn) {
      const name = `${api.resource}.${api.group}`;
      byName.set(name, [...(byName.get(name) ?? []), api]);
    }
  }
  return [...byName].map(([name, versions]) =>
    createDefinition({ name, versions, bundle }),
  );
}

function createDefinition(options: {
  name: string;
  versions: ApiResource[];
  bundle: ApiBundle;
}): StoredObject {
  const { name, versions, bundle } = options;
  const [{ group, resource, singular, kind, namespaced }] = versions;
  const names = {
    plural: resource,
    singular,
    kind,
    listKind: `${kind}List`,
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name,
      ...(bundle.crdLabels && { labels: { ...bundle.crdLabels } }),
      ...(bundle.crdAnnotations && {
        annotations: { ...bundle.crdAnnotations },
      }),
    },
    spec: {
      group,
      names,
      scope: namespaced ? 'Namespaced' : 'Cluster',
      versions: versions.map(({ version }, index) => ({
        name: version,
        served: true,
        storage: index === 0,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      })),
      conversion: { strategy: 'None' },
    },
    status: {
      acceptedNames: names,
      conditions: [
        {
          type: 'NamesAccepted',
          status: 'True',
          reason: 'NoConflicts',
          message: 'no conflicts found',
        },
        {
          type: 'Established',
          status: 'True',
          reason: 'InitialNamesAccepted',
          message: 'the initial names have been accepted',
        },
      ],
      storedVersions: [versions[0].version],
    },
  };
}

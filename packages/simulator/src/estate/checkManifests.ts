import type { EstateProblem } from './EstateError';
import type { Manifest } from './readManifestFile';
import { ApiResource } from './types';

/** Namespaces that every cluster has from its first minute. */
export const initialNamespaces = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

/** What a real API server would refuse: unknown kinds, the wrong scope, missing namespaces, the same object twice. */
export function checkManifests(
  manifests: Manifest[],
  apis: ApiResource[],
): EstateProblem[] {
  const problems: EstateProblem[] = [];
  const scopes = new Map(
    apis.map(api => [`${apiVersionOf(api)} ${api.kind}`, api.namespaced]),
  );
  const namespaces = new Set([
    ...initialNamespaces,
    ...manifests
      .filter(({ object }) => object.kind === 'Namespace')
      .map(({ object }) => object.metadata.name),
  ]);
  const seen = new Set<string>();

  for (const { object, file, line, document } of manifests) {
    const { apiVersion, kind, metadata } = object;
    const report = (message: string) =>
      problems.push({ file, line, document, message });
    const namespaced = scopes.get(`${apiVersion} ${kind}`);
    if (namespaced === undefined) {
      report(
        `the cluster serves no ${kind} of ${apiVersion}; add the API bundle that has it to estate.yaml`,
      );
    } else if (namespaced && !metadata.namespace) {
      report(`${kind} ${metadata.name} needs a namespace`);
    } else if (!namespaced && metadata.namespace) {
      report(`${kind} ${metadata.name} is cluster-scoped and has a namespace`);
    }
    if (metadata.namespace && !namespaces.has(metadata.namespace)) {
      report(`there is no namespace ${metadata.namespace} in the cluster`);
    }
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const key = [group, kind, metadata.namespace, metadata.name].join(' ');
    if (seen.has(key)) {
      report(`${kind} ${metadata.name} stands here a second time`);
    }
    seen.add(key);
  }
  return problems;
}

function apiVersionOf({ group, version }: ApiResource): string {
  return group ? `${group}/${version}` : version;
}

import { writeManifests } from 'backstage-plugin-aks-traffic-common';
import { Migration } from 'backstage-plugin-aks-traffic-engine';

/** The files of a migration: objects by kind, a kustomization that names them, and the guide. */
export function migrationFiles(
  { objects }: Migration,
  guide: string,
): { path: string; content: string }[] {
  const byKind = new Map<string, object[]>();
  for (const object of objects) {
    const file = `${object.kind.toLowerCase()}.yaml`;
    const known = byKind.get(file);
    if (known) {
      known.push(object);
    } else {
      byKind.set(file, [object]);
    }
  }
  return [
    ...[...byKind].map(([path, ofKind]) => ({
      path,
      content: writeManifests(ofKind),
    })),
    {
      path: 'kustomization.yaml',
      content: writeManifests([
        {
          apiVersion: 'kustomize.config.k8s.io/v1beta1',
          kind: 'Kustomization',
          resources: [...byKind.keys()],
        },
      ]),
    },
    { path: 'MIGRATION.md', content: guide },
  ];
}

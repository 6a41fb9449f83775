const groups: ReadonlySet<string> = new Set([
  '',
  'apiextensions.k8s.io',
  'apps',
  'autoscaling',
  'discovery.k8s.io',
  'networking.k8s.io',
  'policy',
]);

/**
 * Whether every Kubernetes cluster serves the group, so that an answer without it says something about the answer and
 * nothing about the cluster.
 */
export function isBuiltIn(group: string): boolean {
  return groups.has(group);
}

import { textField } from '../objects/field';

/** Groups of files that lie beside manifests and are read by tools, never by an API server. */
const groups: ReadonlySet<string> = new Set([
  'backstage.io',
  'config.kubernetes.io',
  'kustomize.config.k8s.io',
  'scaffolder.backstage.io',
]);

/** Whether a document configures a tool, such as Kustomize or the catalog of Backstage: it is no object to judge. */
export function isToolFile(value: unknown): boolean {
  const [group] = (textField(value, 'apiVersion') ?? '').split('/');
  return groups.has(group);
}

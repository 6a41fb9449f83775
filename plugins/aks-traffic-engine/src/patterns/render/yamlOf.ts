import { stringify } from 'yaml';

/** The beginning of every kustomization. */
export function kustomization(fields: object): object {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...fields,
  };
}

/** Objects as the documents of a file. */
export function yamlOf(objects: readonly object[]): string {
  return objects
    .map(object =>
      stringify(object, { lineWidth: 0, aliasDuplicateObjects: false }),
    )
    .join('---\n');
}

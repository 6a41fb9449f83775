/** The beginning of every kustomization. */
export function kustomization(fields: object): object {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...fields,
  };
}

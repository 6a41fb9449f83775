/**
 * The standard annotations that tie a catalog entity to Kubernetes objects, as the Backstage Kubernetes plugin
 * means them: a label selector wins over the id; namespace and cluster narrow the search.
 *
 * @public
 */
export const kubernetesAnnotations = {
  id: 'backstage.io/kubernetes-id',
  labelSelector: 'backstage.io/kubernetes-label-selector',
  namespace: 'backstage.io/kubernetes-namespace',
  cluster: 'backstage.io/kubernetes-cluster',
} as const;

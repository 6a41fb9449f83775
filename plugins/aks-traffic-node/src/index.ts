/**
 * Extension points of the AKS Traffic backend, and the bounded, read-only Kubernetes reader it uses.
 *
 * @packageDocumentation
 */

export * from './extensions';
export {
  observeCluster,
  type ObserveClusterOptions,
} from './kubernetes/observeCluster';
export { defaultReadLimits, type ReadLimits } from './kubernetes/ReadLimits';
export {
  kubeconfigCluster,
  type KubeconfigClusterOptions,
} from './kubeconfig/kubeconfigCluster';

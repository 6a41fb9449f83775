/**
 * Extension points of the AKS Traffic backend, and the bounded, read-only Kubernetes reader it uses.
 *
 * @packageDocumentation
 */

export { abortable } from './abortable';
export { looksLikeCredential } from './credentials/credentialShapes';
export { withoutCredentials } from './withoutCredentials';
export * from './extensions';
export {
  observeCluster,
  type ObserveClusterOptions,
} from './kubernetes/observeCluster';
export { defaultReadLimits, type ReadLimits } from './kubernetes/ReadLimits';
export {
  watchCluster,
  type ClusterWatch,
  type WatchClusterOptions,
} from './kubernetes/watching/watchCluster';
export {
  defaultWatchLimits,
  type WatchLimits,
} from './kubernetes/watching/WatchLimits';
export { type WatchMeter } from './kubernetes/watching/WatchMeter';
export { ObjectPlaces, type Place } from './manifests/ObjectPlaces';
export { observeFiles } from './manifests/observeFiles';
export { readObjects } from './manifests/readObjects';
export {
  readSources,
  type Reading,
  type Source,
  type SourceFolder,
} from './manifests/readSources';
export {
  kubeconfigCluster,
  type KubeconfigClusterOptions,
} from './kubeconfig/kubeconfigCluster';

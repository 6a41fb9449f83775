export { apiBundles, apisOf, crdsOf } from './apis';
export {
  createKubernetesServer,
  type CreateKubernetesServerOptions,
  type KubernetesServer,
} from './createKubernetesServer';
export type { ObjectReference } from './store/ClusterObjects';
export { disturbances } from './watch/OpenWatches';

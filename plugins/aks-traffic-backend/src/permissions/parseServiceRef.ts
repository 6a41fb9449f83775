import { ServiceResource } from './serviceResource';

/**
 * Reads the reference of a Service in a request for permission, such as `shop/web@aks-shop`. No name of Kubernetes has
 * a slash or an at sign.
 *
 * @returns `undefined` for what is no such reference.
 */
export function parseServiceRef(
  ref: string,
): Pick<ServiceResource, 'cluster' | 'namespace' | 'service'> | undefined {
  const [, namespace, service, cluster] =
    ref.match(/^([^/@]+)\/([^/@]+)@(.+)$/s) ?? [];
  return namespace === undefined ? undefined : { cluster, namespace, service };
}

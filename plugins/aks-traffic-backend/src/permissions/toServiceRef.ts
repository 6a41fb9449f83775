import { NamedService } from '../store/waiverTypes';

/** The reference of a Service in a request for permission, such as `shop/web@aks-shop`; see `parseServiceRef`. */
export function toServiceRef(options: NamedService): string {
  const { cluster, namespace, service } = options;
  return `${namespace}/${service}@${cluster}`;
}

import { digest } from './digest';

/** Digest that stands for one Service of one cluster. */
export function serviceId(options: {
  cluster: string;
  namespace: string;
  service: string;
}): string {
  const { cluster, namespace, service } = options;
  return digest([cluster, namespace, service]);
}

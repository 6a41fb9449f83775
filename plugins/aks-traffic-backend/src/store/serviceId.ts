import { rowId } from './rowId';

/** Id that stands for one Service of one cluster. */
export function serviceId(options: {
  cluster: string;
  namespace: string;
  service: string;
}): string {
  const { cluster, namespace, service } = options;
  return rowId({ cluster, content: [cluster, namespace, service] });
}

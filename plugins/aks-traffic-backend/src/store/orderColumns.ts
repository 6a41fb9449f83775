import { toColumnText } from './conversion';
import { DbServiceListRow } from './tables';

/** Longest name that Kubernetes allows; clusters have at most 253 characters. */
const longestName = 63;

const plainName = /^[\x21-\x7e]{1,63}$/;

/**
 * What rows of the list are sorted by: `name_order` when by name, `cluster_order` among equals of any other order,
 * because rows of one cluster then stand together in the indexes. Different for every row, since pages begin after a
 * row that was shown. Names that Kubernetes would refuse are told apart by the Service's id, because they are cut, or
 * come to be written as other names are.
 */
export function orderColumns(row: {
  id: string;
  cluster: string;
  namespace: string;
  service: string;
  rank: number;
}): Pick<DbServiceListRow, 'name_order' | 'cluster_order'> {
  const { id, cluster, rank } = row;
  const names = [row.service, row.namespace];
  const exact = names.every(name => plainName.test(name));
  const [service, namespace] = names.map(name =>
    toColumnText(name).slice(0, longestName),
  );
  const end = [...(exact ? [] : [id]), rank];
  return {
    name_order: [service, namespace, cluster, ...end].join('\t'),
    cluster_order: [cluster, namespace, service, ...end].join('\t'),
  };
}

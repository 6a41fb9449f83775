import { toColumnText } from './conversion';

/** Longest name that Kubernetes allows; clusters have at most 253 characters. */
const longestName = 63;

const plainName = /^[\x21-\x7e]{1,63}$/;

/**
 * What a row of the list is sorted by among equals: service, namespace, cluster, rank. Different for every row, since
 * pages begin after a row that was shown. Names that Kubernetes would refuse are told apart by the Service's digest,
 * because they are cut, or come to be written as other names are.
 */
export function nameOrder(row: {
  id: string;
  cluster: string;
  namespace: string;
  service: string;
  rank: number;
}): string {
  const { id, cluster, rank } = row;
  const names = [row.service, row.namespace];
  const exact = names.every(name => plainName.test(name));
  return [
    ...names.map(name => toColumnText(name).slice(0, longestName)),
    cluster,
    ...(exact ? [] : [id]),
    rank,
  ].join('\t');
}

import { EgressKind } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { DbServiceListRow } from '../../tables';
import { fromWords } from '../../words';

/** Lists the kinds of ways out that the Services of each cluster have, sorted; a cluster without any is absent. */
export async function listEgress(options: {
  tx: Knex;
}): Promise<Map<string, EgressKind[]>> {
  const rows = await options
    .tx<DbServiceListRow>('service_list')
    .distinct('cluster', 'egress')
    .whereNull('gone_on');
  const kinds = new Map<string, Set<string>>();
  for (const { cluster, egress } of rows) {
    const known = kinds.get(cluster) ?? new Set();
    kinds.set(cluster, known);
    fromWords(egress).forEach(kind => known.add(kind));
  }
  return new Map(
    [...kinds].map(([cluster, known]) => [
      cluster,
      [...known].sort() as EgressKind[],
    ]),
  );
}

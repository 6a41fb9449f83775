import { EgressKind } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { DbServiceListRow } from '../../tables';
import { fromWords } from '../../words';

/** Lists the kinds of ways out that the Services of each cluster have, sorted; a cluster without any is absent. */
export async function listEgress(options: {
  tx: Knex;
  /** All of them when absent. */
  cluster?: string;
}): Promise<Map<string, EgressKind[]>> {
  const { tx, cluster } = options;
  const rows = await tx<DbServiceListRow>('service_list')
    .distinct('cluster', 'egress')
    .whereNull('gone_on')
    .where(cluster === undefined ? {} : { cluster });
  const kinds = new Map<string, Set<string>>();
  for (const { cluster: name, egress } of rows) {
    const known = kinds.get(name) ?? new Set();
    kinds.set(name, known);
    fromWords(egress).forEach(kind => known.add(kind));
  }
  return new Map(
    [...kinds].map(([name, known]) => [
      name,
      [...known].sort() as EgressKind[],
    ]),
  );
}

import {
  CampaignState,
  Risk,
  SummaryGroup,
} from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { ListScope, ServiceGroup } from '../../listTypes';
import { fromWords } from '../../words';
import { selectPresent } from './selectListed';

const columns = {
  owner: 'list.owner',
  catalogSystem: 'list.catalog_system',
  cluster: 'list.cluster',
  system: 'list.systems',
  risk: 'list.risk',
} as const satisfies Record<SummaryGroup, string>;

/** Counts the Services that match by risk, state and group. */
export async function countGroups(
  options: ListScope & { tx: Knex; groupBy: SummaryGroup },
): Promise<ServiceGroup[]> {
  const { tx, groupBy } = options;
  // An expression, because SQLite would follow the index of a column and read every row for the rest.
  const key = tx.raw(`coalesce(??, '')`, [columns[groupBy]]);
  const rows: {
    key: string;
    risk: Risk;
    state: CampaignState;
    waivers: number;
    services: number | string;
  }[] = await selectPresent(tx, options)
    .select({
      key,
      risk: 'list.risk',
      state: 'list.state',
      waivers: 'list.waivers',
    })
    .count({ services: '*' })
    .groupByRaw(`coalesce(??, ''), list.risk, list.state, list.waivers`, [
      columns[groupBy],
    ]);
  return rows.map(row => ({
    keys: groupBy === 'system' ? systemsOf(row.key) : [row.key],
    risk: row.risk,
    state: row.state,
    waived: row.waivers > 0,
    services: Number(row.services),
  }));
}

function systemsOf(text: string): string[] {
  const systems = fromWords(text);
  return systems.length > 0 ? systems : [''];
}

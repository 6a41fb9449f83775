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
  cluster: 'list.cluster',
  system: 'list.systems',
  risk: 'list.risk',
} as const satisfies Record<SummaryGroup, string>;

/** Counts the Services that match by risk, state and group. */
export async function countGroups(
  options: ListScope & { tx: Knex; groupBy: SummaryGroup },
): Promise<ServiceGroup[]> {
  const { tx, groupBy } = options;
  const waived = tx.raw('case when list.waivers > 0 then 1 else 0 end');
  const group = [columns[groupBy], 'list.risk', 'list.state', waived];
  const rows: {
    key: string;
    risk: Risk;
    state: CampaignState;
    waived: number;
    services: number | string;
  }[] = await selectPresent(tx, options)
    .select({
      key: columns[groupBy],
      risk: 'list.risk',
      state: 'list.state',
      waived,
    })
    .count({ services: '*' })
    .groupBy(group as string[]);
  return rows.map(row => ({
    keys: groupBy === 'system' ? systemsOf(row.key) : [row.key],
    risk: row.risk,
    state: row.state,
    waived: row.waived === 1,
    services: Number(row.services),
  }));
}

function systemsOf(text: string): string[] {
  const systems = fromWords(text);
  return systems.length > 0 ? systems : [''];
}

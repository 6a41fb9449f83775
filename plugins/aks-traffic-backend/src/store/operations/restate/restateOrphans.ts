import { Orphan } from 'backstage-plugin-aks-traffic-common';
import {
  restateFindings,
  RestateOptions,
} from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { DbOrphanRow } from '../../tables';
import { replaceOrphans } from '../snapshot/replaceOrphans';

/** States what is found of orphans of a cluster as it stands on a day; whether that changed anything. */
export async function restateOrphans(
  options: RestateOptions & { tx: Knex.Transaction; cluster: string },
): Promise<boolean> {
  const { tx, cluster } = options;
  const rows = await tx<DbOrphanRow>('orphans')
    .select('body')
    .where({ cluster });
  const orphans = rows.map(({ body }): Orphan => {
    const orphan: Orphan = JSON.parse(body);
    return { ...orphan, findings: restateFindings(orphan.findings, options) };
  });
  const { written } = await replaceOrphans({ tx, cluster, orphans });
  return written > 0;
}

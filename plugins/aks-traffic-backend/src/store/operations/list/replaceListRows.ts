import {
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { EntityIndex } from '../../../link/EntityIndex';
import { toColumnText } from '../../conversion';
import { DbServiceListRow } from '../../tables';
import { toWords } from '../../words';
import { chunksOf } from '../chunksOf';
import { SpanChange, writeSpans } from '../history/writeSpans';
import { CampaignPast, judgeCampaign } from './judgeCampaign';
import { toClaimColumns } from './toClaimColumns';
import { systemsAtRisk, toListColumns } from './toListColumns';

/** A Service whose verdict, labels or assessment changed. */
export interface ChangedService {
  id: string;
  service: ServiceTraffic;
  assessment: ServiceAssessment | undefined;
  labelSets: Record<string, string>[];
  /** Whether everything was read that could add a finding. */
  readWhole: boolean;
}

/** Writes what lists and history say of Services that changed. */
export async function replaceListRows(options: {
  tx: Knex.Transaction;
  cluster: string;
  services: readonly ChangedService[];
  entities: EntityIndex;
  /** Day of the reading. */
  day: string;
}): Promise<void> {
  const { tx, cluster, entities, day } = options;
  for (const services of chunksOf(options.services)) {
    const ids = services.map(({ id }) => id);
    const past = await readPast({ tx, ids });
    const rows: DbServiceListRow[] = [];
    const changes: SpanChange[] = [];
    for (const { id, service, assessment, labelSets } of services) {
      const systems = systemsAtRisk(service, assessment);
      const unknown = !systems && assessment?.score === undefined;
      const named = {
        service_id: id,
        cluster,
        namespace: toColumnText(service.namespace),
        service: toColumnText(service.service),
      };
      const columns = {
        ...named,
        ...toListColumns(service, assessment),
        ...judgeCampaign({
          past: past.get(id),
          atRisk: unknown ? undefined : systems !== undefined,
          day,
        }),
        gone_on: null,
      };
      const claimants = entities.claimants({
        cluster,
        namespace: service.namespace,
        service: service.service,
        labelSets,
      });
      for (const claim of toClaimColumns(named, claimants)) {
        rows.push({ ...columns, ...claim });
      }
      if (!unknown) {
        changes.push({
          serviceId: id,
          systems: systems && toWords(systems),
        });
      }
    }
    await tx<DbServiceListRow>('service_list')
      .whereIn('service_id', ids)
      .delete();
    await tx.batchInsert('service_list', rows, 40);
    await writeSpans({ tx, changes, day });
  }
}

async function readPast(options: {
  tx: Knex.Transaction;
  ids: string[];
}): Promise<Map<string, CampaignPast>> {
  const rows = await options
    .tx<DbServiceListRow>('service_list')
    .select('service_id', 'at_risk_since', 'moved_on')
    .whereIn('service_id', options.ids)
    .where('rank', 0);
  return new Map(rows.map(row => [row.service_id, row]));
}

import { ServiceAssessment } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { toColumnText } from '../../conversion';
import { DbServiceLabelRow, DbServiceRow } from '../../tables';
import { ServiceQuery, ServiceResult } from '../../types';
import { chunksOf } from '../chunksOf';
import { readClaimOwners } from '../list/readClaimOwners';
import { readWaiversOf } from '../waivers/readWaiversOf';
import { whereConditions } from '../list/whereConditions';

/** Label sets looked at per statement: enough to be quick, few enough to stay small in memory. */
const pageSize = 2000;

/** Values looked up by index: an entity may ask for more than a statement takes, and the exact condition decides. */
const mostValues = 500;

type Candidate = Pick<DbServiceRow, 'id' | 'label_sets'>;

function selectCandidates(tx: Knex, query: ServiceQuery) {
  const candidates = tx<DbServiceRow>('services')
    .select('id', 'label_sets')
    .orderBy('id')
    .limit(pageSize);
  if (query.cluster !== undefined) {
    candidates.where('cluster', toColumnText(query.cluster));
  }
  if (query.namespace !== undefined) {
    candidates.where('namespace', toColumnText(query.namespace));
  }
  const { lookup, conditions } = query;
  if (conditions) {
    const permitted = tx('service_list as list').select('service_id');
    whereConditions(permitted, tx, conditions);
    candidates.whereIn('id', permitted);
  }
  if (lookup) {
    const labelled = tx<DbServiceLabelRow>('service_labels')
      .select('service_id')
      .where('key', lookup.key);
    if (lookup.values && lookup.values.length <= mostValues) {
      labelled.whereIn('value', lookup.values);
    }
    candidates.whereIn('id', labelled);
  }
  return candidates;
}

/**
 * Finds Services by label. The database narrows them by one label, and the exact condition runs here: on its own it
 * would need a join per requirement and per label set.
 */
export async function findServices(options: {
  tx: Knex;
  query: ServiceQuery;
}): Promise<ServiceResult> {
  const { tx, query } = options;
  const accepted: string[] = [];
  let page: Candidate[] = [];
  do {
    const after = page.at(-1)?.id ?? '';
    page = await selectCandidates(tx, query).where('id', '>', after);
    for (const candidate of page) {
      if (query.accepts(JSON.parse(candidate.label_sets))) {
        accepted.push(candidate.id);
      }
    }
  } while (page.length === pageSize && accepted.length <= query.limit);

  const ids = accepted.slice(0, query.limit);
  const rows: Pick<
    DbServiceRow,
    | 'id'
    | 'cluster'
    | 'namespace'
    | 'service'
    | 'read_whole'
    | 'body'
    | 'assessment'
  >[] = [];
  for (const chunk of chunksOf(ids)) {
    rows.push(
      ...(await tx<DbServiceRow>('services')
        .select('id', 'cluster', 'namespace', 'service')
        .select('read_whole', 'body', 'assessment')
        .whereIn('id', chunk)),
    );
  }
  // Sorted here, because the two databases do not agree on the order of text.
  rows.sort(
    (a, b) =>
      compare(a.cluster, b.cluster) ||
      compare(a.namespace, b.namespace) ||
      compare(a.service, b.service),
  );
  const claimOwners = await readClaimOwners({ tx, serviceIds: ids });
  return {
    services: rows.map(({ body }) => JSON.parse(body)),
    assessments: rows.map(toAssessment),
    readWhole: rows.map(({ read_whole }) => Boolean(read_whole)),
    claimOwners: rows.map(({ id }) => claimOwners.get(id) ?? []),
    waivers: await readWaiversOf({ tx, serviceIds: ids }),
    truncated: accepted.length > query.limit,
  };
}

/** Rows of an earlier version have none until their cluster is read again. */
function toAssessment({
  cluster,
  namespace,
  service,
  assessment,
}: Pick<
  DbServiceRow,
  'cluster' | 'namespace' | 'service' | 'assessment'
>): ServiceAssessment {
  return assessment === null
    ? {
        cluster,
        namespace,
        service,
        retirements: [],
        lines: [],
        effort: 'unknown',
        annotations: [],
        effects: [],
        targets: [],
      }
    : JSON.parse(assessment);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

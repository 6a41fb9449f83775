import { Knex } from 'knex';
import { EntityIndex } from '../../../link/EntityIndex';
import { dayOf } from '../../days';
import { DbClusterRow } from '../../tables';
import { Replacement, ReplacementResult } from '../../types';
import { closeUnreadSpan } from '../history/closeUnreadSpan';
import { newRevision } from '../revision/newRevision';
import { lockClaimedCluster } from './lockClaimedCluster';
import { replaceObjects } from './replaceObjects';
import { replaceOrphans } from './replaceOrphans';
import { replaceServices } from './replaceServices';
import { saveVerdicts } from './saveVerdicts';

/** Makes a reading the snapshot of its cluster, see the interface. */
export async function replaceCluster(
  options: Replacement & { tx: Knex.Transaction; entities: EntityIndex },
): Promise<ReplacementResult> {
  const { tx, cluster, claim, analysis, entities } = options;
  const row = await lockClaimedCluster({ tx, cluster, claim });
  if (!row) {
    return { outcome: 'superseded' };
  }

  const analysedAt = options.analysedAt.toISOString();
  const day = dayOf(analysedAt);
  const services = await replaceServices({
    tx,
    cluster,
    services: analysis.services,
    subjects: analysis.subjects,
    assessments: analysis.assessments,
    entities,
    whole: options.servicesWhole,
    now: options.analysedAt,
  });
  const orphans = await replaceOrphans({
    tx,
    cluster,
    orphans: analysis.orphans,
  });
  const objectsChanged = await replaceObjects({
    tx,
    cluster,
    objects: options.objects,
    // Verdicts that stay name objects that this reading may not have seen.
    keepOthers: services.kept > 0,
  });

  const verdicts = await saveVerdicts({
    tx,
    cluster,
    stored: row,
    traffic: analysis.cluster,
    offers: { targets: analysis.targets, choices: analysis.choices },
  });
  const served = {
    coverage: analysis.coverage.state === 'complete' ? 'complete' : 'partial',
    snapshot_gaps: JSON.stringify([
      ...analysis.coverage.gaps,
      ...(services.kept > 0 ? [keptGap(services.kept)] : []),
    ]),
  };
  const written = services.written + orphans.written;
  const deleted = services.deleted + orphans.deleted;
  await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .update({
      claim: null,
      claimed_until: null,
      failure_gaps: '[]',
      observed_at: options.observedAt,
      analysed_at: analysedAt,
      judged_on: day,
      ...served,
      known_kinds: JSON.stringify(options.knownKinds),
      service_count: services.written + services.unchanged,
      ...verdicts,
      ...newRevision(),
    });
  if (row.analysed_at !== null) {
    await closeUnreadSpan({ tx, cluster, readOn: dayOf(row.analysed_at), day });
  }

  return {
    outcome: 'stored',
    changed:
      written + deleted > 0 ||
      objectsChanged ||
      verdicts !== undefined ||
      served.coverage !== row.coverage ||
      served.snapshot_gaps !== row.snapshot_gaps,
    written,
    deleted,
    unchanged: services.unchanged + orphans.unchanged,
  };
}

function keptGap(count: number): string {
  return count === 1
    ? '1 Service was not listed this time and is shown as it was before.'
    : `${count} Services were not listed this time and are shown as they were before.`;
}

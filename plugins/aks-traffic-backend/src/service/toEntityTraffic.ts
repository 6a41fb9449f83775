import {
  ClusterTraffic,
  EntityMatch,
  EntityTraffic,
  Orphan,
  Retirement,
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { StoredCluster } from '../store/types';
import { StoredWaiver, toWaiver } from '../waivers/waiverState';
import { withWaivers } from '../waivers/withWaivers';
import { coverageOf, StalenessOptions } from './coverageOf';
import { narrowCluster } from './narrowCluster';
import { orphansOf } from './orphansOf';

/** What the answer for one entity is made of. */
export interface EntityTrafficParts extends StalenessOptions {
  entityRef: string;
  match: EntityMatch;
  /** Every cluster known. */
  clusters: StoredCluster[];
  /** The entity's Services. */
  services: ServiceTraffic[];
  /** One for each of them, in their order. */
  assessments: ServiceAssessment[];
  /** Whether everything was read that could add a finding to each of them. */
  readWhole: boolean[];
  /** Waivers of their findings, newest first, ended ones included. */
  waivers: StoredWaiver[];
  /** Controllers and findings of the clusters that hold the Services, by cluster. */
  traffic: ReadonlyMap<string, ClusterTraffic>;
  /** Orphans of the clusters that hold the Services, by cluster. */
  orphans: ReadonlyMap<string, Orphan[]>;
  /** Every retirement known. */
  retirements: readonly Retirement[];
  /** What kept the list of clusters from being whole. */
  gaps: string[];
}

/** Ids of the retirements that findings, controllers and assessments name. */
function retirementIds(
  report: Pick<
    EntityTraffic,
    'clusters' | 'services' | 'orphans' | 'assessments'
  >,
): Set<string | undefined> {
  const findings = [
    ...report.clusters.flatMap(cluster => cluster.findings),
    ...report.services.flatMap(service => service.findings),
    ...report.orphans.flatMap(orphan => orphan.findings),
  ];
  const controllers = report.clusters.flatMap(cluster => cluster.controllers);
  const assessed = report.assessments.flatMap(each => each.retirements);
  return new Set(
    [...findings, ...controllers, ...assessed].map(
      ({ retirement }) => retirement,
    ),
  );
}

/** The oldest verdict decides, so that nothing in the answer is older than it claims. */
function oldestVerdict(clusters: StoredCluster[], now: Date): string {
  const times = clusters.flatMap(({ snapshot }) => snapshot?.analysedAt ?? []);
  return times.sort().at(0) ?? now.toISOString();
}

/** Puts the answer for one entity together. Who may waive is for others to say. */
export function toEntityTraffic(parts: EntityTrafficParts): EntityTraffic {
  const { match, now } = parts;
  const services = withWaivers(parts);
  const searched = parts.clusters.filter(
    ({ name }) =>
      match.by !== 'none' &&
      (match.cluster === undefined || match.cluster === name),
  );
  const servicesOf = (cluster: string) =>
    services.filter(service => service.cluster === cluster);
  const hosting = searched.filter(({ name }) => servicesOf(name).length > 0);

  const report = {
    clusters: hosting.map(({ name }) =>
      narrowCluster(
        parts.traffic.get(name) ?? { name, controllers: [], findings: [] },
        servicesOf(name),
      ),
    ),
    services,
    orphans: hosting.flatMap(({ name }) =>
      orphansOf(servicesOf(name), parts.orphans.get(name) ?? []),
    ),
    assessments: parts.assessments,
  };
  const named = retirementIds(report);
  return {
    schemaVersion: 1,
    generatedAt: oldestVerdict(hosting, now),
    entityRef: parts.entityRef,
    match,
    coverage: searched.map(cluster => coverageOf(cluster, parts)),
    ...report,
    retirements: parts.retirements.filter(({ id }) => named.has(id)),
    gaps: parts.gaps,
    waivers: parts.waivers.map(waiver => toWaiver(waiver, now)),
    canWaive: false,
    // Where nothing was found, it could come to be in any of the clusters.
    topics: (hosting.length > 0 ? hosting : searched).flatMap(
      ({ topic }) => topic ?? [],
    ),
  };
}

import {
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { retirementById } from 'backstage-plugin-aks-traffic-engine';
import {
  effortColumns,
  exposureColumns,
  riskColumns,
  scoreColumns,
} from '../../orders';
import { DbServiceListRow } from '../../tables';
import { toWords } from '../../words';

/** Sorts after every date. */
export const noDeadline = '9999-12-31';

/** The columns that the verdict for a Service decides. */
export type ListColumns = Pick<
  DbServiceListRow,
  | 'systems'
  | 'exposure'
  | 'exposure_order'
  | 'egress'
  | 'risk'
  | 'risk_order'
  | 'score'
  | 'score_order'
  | 'effort'
  | 'effort_order'
  | 'deadline'
  | 'retirements'
  | 'waivers'
>;

/** What the lists show of a Service. */
export function toListColumns(
  service: ServiceTraffic,
  assessment: ServiceAssessment | undefined,
): ListColumns {
  const retirements = assessment?.retirements ?? [];
  const dates = retirements.flatMap(({ date }) => date ?? []).sort();
  return {
    systems: toWords(service.entryPoints.map(({ system }) => system)),
    ...exposureColumns(service.exposure),
    egress: toWords(service.egress.map(({ kind }) => kind)),
    ...riskColumns(service.risk),
    ...scoreColumns(assessment?.score),
    ...effortColumns(assessment?.effort ?? 'unknown'),
    deadline: dates.at(0) ?? noDeadline,
    retirements: toWords(retirements.map(({ retirement }) => retirement)),
    waivers: 0,
  };
}

/**
 * The systems a Service stands on that are being retired; empty when a retirement applies to something else of it.
 *
 * @returns `undefined` when nothing the Service stands on is being retired.
 */
export function systemsAtRisk(
  service: ServiceTraffic,
  assessment: ServiceAssessment | undefined,
): string[] | undefined {
  const retirements = assessment?.retirements ?? [];
  if (retirements.length === 0) {
    return undefined;
  }
  const retiring = new Set(
    retirements.flatMap(
      ({ retirement }) => retirementById(retirement)?.systems ?? [],
    ),
  );
  return service.entryPoints
    .map(({ system }) => system)
    .filter(system => retiring.has(system));
}

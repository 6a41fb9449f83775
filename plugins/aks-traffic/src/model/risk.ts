import {
  ClusterCoverage,
  EntityTraffic,
  Finding,
  Retirement,
  Risk,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { daysUntil, parseDay } from './dates';
import { endsByAnnouncement } from './support';
import { Tone } from './tone';

/** Worst first. What is not known ranks above the findings that can wait. */
export const riskOrder = [
  'critical',
  'high',
  'unknown',
  'medium',
  'low',
  'info',
  'none',
] as const satisfies readonly Risk[];

const tones: Readonly<Record<Risk, Tone>> = {
  critical: 'negative',
  high: 'negative',
  medium: 'warning',
  low: 'info',
  info: 'info',
  none: 'positive',
  unknown: 'unknown',
};

/** A finding with the service it was made about. */
export interface FindingView {
  finding: Finding;
  service: ServiceTraffic;
  retirement?: Retirement;
}

/** When something has to be dealt with, seen from now. */
export type Deadline =
  | { state: 'open'; day: Date; daysLeft: number }
  | {
      state: 'past';
      day: Date;
      precision: 'day' | 'month';
      /** Whether the deadline is an end of support. */
      endOfSupport: boolean;
      /** Whether the end is only known from an announcement made before it. */
      byAnnouncement: boolean;
    };

/** Whether a value is one this version has a name for; a newer backend may send others. */
export function isKnownRisk(risk: string): risk is Risk {
  return Object.hasOwn(tones, risk);
}

/** Orders risks, the worst first. */
export function compareRisk(first: string, second: string): number {
  return rankOf(first) - rankOf(second);
}

/**
 * The tone a risk is drawn in. "Nothing found" only looks good when everything that could hold the entity's
 * Services was read whole and lately.
 */
export function riskTone(options: {
  risk: string;
  coverage: readonly ClusterCoverage[];
}): Tone {
  const { risk, coverage } = options;
  if (!isKnownRisk(risk)) {
    return 'unknown';
  }
  if (risk === 'none' && !isWhole(coverage)) {
    return 'neutral';
  }
  return tones[risk];
}

/** Whether every cluster was read whole and lately; not when there is none. */
export function isWhole(coverage: readonly ClusterCoverage[]): boolean {
  return (
    coverage.length > 0 &&
    coverage.every(cluster => cluster.state === 'complete')
  );
}

/** The findings about the services, the worst first and among equals the one due first. */
export function findingViews(options: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
}): FindingView[] {
  const { traffic, services } = options;
  const retirements = new Map(
    traffic.retirements.map(retirement => [retirement.id, retirement]),
  );
  return services
    .flatMap(service =>
      service.findings.map(finding => ({
        finding,
        service,
        retirement:
          finding.retirement === undefined
            ? undefined
            : retirements.get(finding.retirement),
      })),
    )
    .sort(
      (first, second) =>
        compareRisk(first.finding.severity, second.finding.severity) ||
        (first.finding.deadline ?? '9999').localeCompare(
          second.finding.deadline ?? '9999',
        ),
    );
}

/**
 * Where a finding's deadline stands; `undefined` when it has none that can be read. Only the date of the retirement
 * itself is an end of support: other deadlines may be estimates.
 */
export function deadlineOf(options: {
  finding: Finding;
  retirement?: Retirement;
  now: Date;
}): Deadline | undefined {
  const { finding, retirement, now } = options;
  const day =
    finding.deadline === undefined ? undefined : parseDay(finding.deadline);
  if (day === undefined) {
    return undefined;
  }
  const ending = retirement?.date === finding.deadline ? retirement : undefined;
  const daysLeft = daysUntil({ day, now });
  if (daysLeft >= 0) {
    return { state: 'open', day, daysLeft };
  }
  return {
    state: 'past',
    day,
    precision: ending?.precision ?? 'day',
    endOfSupport: ending !== undefined,
    byAnnouncement: ending !== undefined && endsByAnnouncement(ending),
  };
}

function rankOf(risk: string): number {
  return riskOrder.indexOf(isKnownRisk(risk) ? risk : 'unknown');
}

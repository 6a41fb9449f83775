import {
  EntityTraffic,
  Finding,
  Retirement,
  Risk,
  ServiceListItem,
  ServiceTraffic,
  Waiver,
} from 'backstage-plugin-aks-traffic-common';
import { isWhole, Reading } from './coverage';
import { daysUntil, parseDay } from './dates';
import { endsByAnnouncement } from './support';
import { Tone } from './tone';
import { waiverOf } from './waivers/waiverOf';

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
  /** Whether and how long somebody accepts it. */
  waiver?: Waiver;
}

/** When something has to be dealt with, seen from now. */
export type Deadline =
  | {
      state: 'open';
      day: Date;
      precision: 'day' | 'month';
      daysLeft: number;
    }
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

/** The tone a risk is drawn in. "Nothing found" only looks good where finding nothing means something. */
export function riskTone(risk: string, settled = false): Tone {
  if (!isKnownRisk(risk)) {
    return 'unknown';
  }
  return risk === 'none' && !settled ? 'neutral' : tones[risk];
}

/**
 * Whether finding nothing about services means something: it was all read, what it is like is known, and there is
 * nothing that was found and waived.
 */
export function isSettled(options: {
  services: readonly ServiceTraffic[];
  reading: Reading;
}): boolean {
  const { services, reading } = options;
  return (
    isWhole(reading) &&
    services.every(isDecided) &&
    !services.some(isOnlyWaived)
  );
}

/** Whether everything that was found about a service is waived: the risk is accepted, and not gone. */
export function isOnlyWaived({ risk, findings }: ServiceTraffic): boolean {
  return risk === 'none' && findings.length > 0;
}

/** Whether what was read decides how a service is reached, from where, and how its traffic gets out. */
export function isDecided(service: ServiceTraffic): boolean {
  return (
    service.exposure !== 'unknown' &&
    service.entryPoints.every(entryPoint => entryPoint.system !== 'unknown') &&
    service.egress.length > 0 &&
    service.egress.every(path => path.kind !== 'unknown')
  );
}

/** Whether everything that was found about a listed service is waived. */
export function isListedOnlyWaived(item: ServiceListItem): boolean {
  return item.risk === 'none' && item.waivers > 0;
}

/** Whether finding nothing about a listed service means something. */
export function isListedSettled(item: ServiceListItem): boolean {
  return (
    item.coverage === 'complete' &&
    item.exposure !== 'unknown' &&
    !item.systems.includes('unknown') &&
    item.egress.length > 0 &&
    !item.egress.includes('unknown') &&
    !isListedOnlyWaived(item)
  );
}

/** Orders findings, the worst first and among equals the one due first. */
export function compareFindings(first: Finding, second: Finding): number {
  return (
    compareRisk(first.severity, second.severity) ||
    (first.deadline ?? '9999').localeCompare(second.deadline ?? '9999')
  );
}

/** The findings about the services, those that are waived last; the worst first and among equals the one due first. */
export function findingViews(options: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
  now: Date;
}): FindingView[] {
  const { traffic, services, now } = options;
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
        waiver: waiverOf({
          waivers: traffic.waivers,
          service,
          finding,
          now,
        }),
      })),
    )
    .sort(
      (first, second) =>
        Number(isWaived(first)) - Number(isWaived(second)) ||
        compareFindings(first.finding, second.finding),
    );
}

/** Whether somebody accepts a finding now. */
export function isWaived({ waiver }: Pick<FindingView, 'waiver'>): boolean {
  return waiver?.state === 'active';
}

/**
 * Where a finding's deadline stands; `undefined` when it has none that can be read. Only the date of the retirement
 * itself is an end of support: other deadlines may be estimates.
 */
export function deadlineOf(options: {
  /** A finding, or anything else that has one. */
  finding: Pick<Finding, 'deadline'>;
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
  // One without a date of its own has one for each version, all of them as exact.
  const source = retirement?.date === undefined ? retirement : ending;
  const precision = source?.precision ?? 'day';
  const daysLeft = daysUntil({ day, now });
  if (daysLeft >= 0) {
    return { state: 'open', day, precision, daysLeft };
  }
  return {
    state: 'past',
    day,
    precision,
    endOfSupport: ending !== undefined,
    byAnnouncement: ending !== undefined && endsByAnnouncement(ending),
  };
}

function rankOf(risk: string): number {
  return riskOrder.indexOf(isKnownRisk(risk) ? risk : 'unknown');
}

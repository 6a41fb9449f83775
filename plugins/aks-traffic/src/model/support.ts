import { IngressSystem, Retirement } from 'backstage-plugin-aks-traffic-common';
import { daysUntil, parseDay } from './dates';
import {
  isKnownSystem,
  supportBaselines,
  SupportBaseline,
  systemsEndingByAnnouncement,
} from './systems';
import { Tone } from './tone';

/** How long something is supported. `day` is the last day of support. */
export type Support =
  | { state: SupportBaseline }
  /** A retirement applies whose date differs, by version for example. */
  | { state: 'limited'; retirement: Retirement }
  | { state: 'ends'; retirement: Retirement; day: Date; daysLeft: number }
  | {
      state: 'ended';
      retirement: Retirement;
      day: Date;
      precision: 'day' | 'month';
      /** Whether the end is only known from an announcement made before it. */
      byAnnouncement: boolean;
    };

const urgency: Readonly<Record<Support['state'], number>> = {
  ended: 0,
  ends: 1,
  limited: 2,
  unknown: 3,
  preview: 4,
  'none-announced': 5,
  supported: 6,
};

const tones: Readonly<Record<Support['state'], Tone>> = {
  ended: 'negative',
  ends: 'warning',
  limited: 'warning',
  unknown: 'unknown',
  preview: 'info',
  'none-announced': 'neutral',
  supported: 'positive',
};

/** The support state of a system, given the retirement that applies to it, if any. */
export function supportOf(options: {
  system: string;
  retirement: Retirement | undefined;
  now: Date;
}): Support {
  const { system, retirement, now } = options;
  if (retirement === undefined) {
    return {
      state: isKnownSystem(system) ? supportBaselines[system] : 'unknown',
    };
  }
  const day =
    retirement.date === undefined ? undefined : parseDay(retirement.date);
  if (day === undefined) {
    return { state: 'limited', retirement };
  }
  const daysLeft = daysUntil({ day, now });
  if (daysLeft >= 0) {
    return { state: 'ends', retirement, day, daysLeft };
  }
  return {
    state: 'ended',
    retirement,
    day,
    precision: retirement.precision ?? 'day',
    byAnnouncement: endsByAnnouncement(retirement),
  };
}

/** Whether nothing but the announcement says that support ended. */
export function endsByAnnouncement(retirement: Retirement): boolean {
  return retirement.systems.some((system: IngressSystem) =>
    systemsEndingByAnnouncement.has(system),
  );
}

/** Orders support states, the most urgent first. */
export function compareSupport(first: Support, second: Support): number {
  const byState = urgency[first.state] - urgency[second.state];
  if (byState !== 0) {
    return byState;
  }
  return dayOf(first) - dayOf(second);
}

/** The tone a support state is drawn in. */
export function supportTone(support: Support): Tone {
  return tones[support.state];
}

function dayOf(support: Support): number {
  return 'day' in support ? support.day.getTime() : 0;
}

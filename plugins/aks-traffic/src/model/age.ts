import { ClusterCoverage } from 'backstage-plugin-aks-traffic-common';
import { parseMoment } from './dates';

/** A span of time in the largest unit that fits it. */
export interface Age {
  value: number;
  unit: 'second' | 'minute' | 'hour' | 'day';
}

const units = [
  { unit: 'day', seconds: 24 * 60 * 60 },
  { unit: 'hour', seconds: 60 * 60 },
  { unit: 'minute', seconds: 60 },
] as const;

/**
 * How long ago something was. A moment in the future counts as now: the browser's clock may be behind the
 * cluster reader's.
 */
export function ageOf(options: { moment: Date; now: Date }): Age {
  const seconds = Math.max(
    0,
    Math.floor((options.now.getTime() - options.moment.getTime()) / 1000),
  );
  for (const { unit, seconds: size } of units) {
    if (seconds >= size) {
      return { value: Math.floor(seconds / size), unit };
    }
  }
  return { value: seconds, unit: 'second' };
}

/**
 * When the oldest reading behind an answer was made; `undefined` when one of the clusters has never been read,
 * because then no age is true of the whole.
 */
export function oldestReading(
  coverage: readonly ClusterCoverage[],
): Date | undefined {
  const moments = coverage.map(cluster => parseMoment(cluster.observedAt));
  let oldest: Date | undefined;
  for (const moment of moments) {
    if (moment === undefined) {
      return undefined;
    }
    if (oldest === undefined || moment < oldest) {
      oldest = moment;
    }
  }
  return oldest;
}

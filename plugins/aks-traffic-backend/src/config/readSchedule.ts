import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 3 },
  scope: 'global',
};

const defaultRetention = { years: 2 };

/** Every reading costs an API server something, and nobody needs one more often than this. */
const longestFreshMs = 30_000;

const minuteMs = 60 * 1000;

const defaultRelistEveryMs = 60 * minuteMs;

const dayMs = 24 * 60 * 60 * 1000;

/** Reads when clusters are read. */
export function readSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const key = 'aksTraffic.schedule';
  const schedule = config.getOptionalConfig(key);
  if (!schedule) {
    return defaultSchedule;
  }
  const read = at(key, () =>
    readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule),
  );
  refuseNothing(`${key}.frequency`, read.frequency);
  refuseNothing(`${key}.timeout`, read.timeout);
  return {
    ...read,
    initialDelay: read.initialDelay ?? defaultSchedule.initialDelay,
    scope: read.scope ?? defaultSchedule.scope,
  };
}

/** Reads after how many milliseconds data is stale. */
export function readStaleAfter(
  config: Config,
  { frequency }: SchedulerServiceTaskScheduleDefinition,
): number {
  const key = 'aksTraffic.staleAfter';
  if (config.has(key)) {
    return readMilliseconds(config, key)!;
  }
  if ('cron' in frequency || 'trigger' in frequency) {
    throw new InputError(
      `Missing configuration at ${key}: it cannot be derived when the schedule is a cron expression or manual`,
    );
  }
  return 3 * durationToMilliseconds(frequency as HumanDuration);
}

/**
 * For how many milliseconds a reading is not repeated on request: half the time to the next one at most, since otherwise
 * clusters that are read often could never be read on request.
 */
export function readFreshFor({
  frequency,
}: SchedulerServiceTaskScheduleDefinition): number {
  if ('cron' in frequency || 'trigger' in frequency) {
    return longestFreshMs;
  }
  const everyMs = durationToMilliseconds(frequency as HumanDuration);
  return Math.min(longestFreshMs, everyMs / 2);
}

/**
 * Reads for how many milliseconds it is remembered what was at risk.
 *
 * @throws InputError when that is less than a day, which is the grain of the history.
 */
export function readRetention(config: Config): number {
  const key = 'aksTraffic.history.retention';
  const retention = readMilliseconds(config, key);
  if (retention !== undefined && retention < dayMs) {
    throw new InputError(
      `Invalid configuration at ${key}: must be at least a day`,
    );
  }
  return retention ?? durationToMilliseconds(defaultRetention);
}

/**
 * Reads after how many milliseconds a watched cluster is listed anew all the same.
 *
 * @throws InputError when that is less than a minute, which would cost more than reading clusters in turn, or more than a
 * day.
 */
export function readRelistEvery(config: Config): number {
  const key = 'aksTraffic.watch.relistEvery';
  const relistEvery = readTimeout(config, key) ?? defaultRelistEveryMs;
  if (relistEvery < minuteMs) {
    throw new InputError(
      `Invalid configuration at ${key}: must be at least a minute`,
    );
  }
  return relistEvery;
}

/** Reads a duration that must be longer than nothing; undefined when it is not configured. */
export function readMilliseconds(
  config: Config,
  key: string,
): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  const duration = at(key, () => readDurationFromConfig(config, { key }));
  refuseNothing(key, duration);
  return durationToMilliseconds(duration);
}

/**
 * Reads how long something may take.
 *
 * @throws InputError when it is more than a day: nothing here is worth waiting longer for, and timers of Node.js go
 * wrong above 24 days.
 */
export function readTimeout(config: Config, key: string): number | undefined {
  const milliseconds = readMilliseconds(config, key);
  if (milliseconds !== undefined && milliseconds > dayMs) {
    throw new InputError(
      `Invalid configuration at ${key}: must be at most a day`,
    );
  }
  return milliseconds;
}

/** Cron expressions and manual triggers are no durations, and pass. */
function refuseNothing(
  key: string,
  frequency: SchedulerServiceTaskScheduleDefinition['frequency'],
): void {
  const isDuration = !('cron' in frequency || 'trigger' in frequency);
  if (isDuration && durationToMilliseconds(frequency as HumanDuration) <= 0) {
    throw new InputError(
      `Invalid configuration at ${key}: must be longer than nothing`,
    );
  }
}

function at<Value>(key: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new InputError(
      `Invalid configuration at ${key}: ${toError(error).message}`,
    );
  }
}

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { CronTime } from 'cron';

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

const longestMs = durationToMilliseconds({ years: 100 });

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
  const { frequency } = read;
  if ('cron' in frequency) {
    refuseNoCron(`${key}.frequency`, frequency);
  } else if (!('trigger' in frequency)) {
    inBounds(`${key}.frequency`, frequency);
  }
  atMostADay(`${key}.timeout`, inBounds(`${key}.timeout`, read.timeout));
  if (read.initialDelay) {
    atMostADay(
      `${key}.initialDelay`,
      durationToMilliseconds(read.initialDelay),
    );
  }
  return {
    ...read,
    initialDelay: read.initialDelay ?? defaultSchedule.initialDelay,
    scope: read.scope ?? defaultSchedule.scope,
  };
}

/** How many milliseconds one look for clusters may take. */
export function readLookTimeout({
  timeout,
}: SchedulerServiceTaskScheduleDefinition): number {
  return durationToMilliseconds(timeout as HumanDuration);
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
 * @throws InputError when that is less than a day, which is the grain of the history, or more than 100 years.
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

/** Reads a duration that must be longer than nothing and at most 100 years; undefined when it is not configured. */
export function readMilliseconds(
  config: Config,
  key: string,
): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  const duration = at(key, () => readDurationFromConfig(config, { key }));
  return inBounds(key, duration);
}

/**
 * Reads how long something may take.
 *
 * @throws InputError when it is more than a day: nothing here is worth waiting longer for, and timers of Node.js go
 * wrong above 24 days.
 */
export function readTimeout(config: Config, key: string): number | undefined {
  const milliseconds = readMilliseconds(config, key);
  return milliseconds === undefined ? undefined : atMostADay(key, milliseconds);
}

function atMostADay(key: string, milliseconds: number): number {
  if (milliseconds > dayMs) {
    throw new InputError(
      `Invalid configuration at ${key}: must be at most a day`,
    );
  }
  return milliseconds;
}

/** Longer ones lead to times that JavaScript cannot tell. */
function inBounds(key: string, duration: HumanDuration): number {
  const milliseconds = durationToMilliseconds(duration);
  // Written so that what is no number at all is refused.
  if (!(milliseconds > 0)) {
    throw new InputError(
      `Invalid configuration at ${key}: must be longer than nothing`,
    );
  }
  if (milliseconds > longestMs) {
    throw new InputError(
      `Invalid configuration at ${key}: must be at most 100 years`,
    );
  }
  return milliseconds;
}

/** The scheduler reads the expression with the same parser, and would not say which key it is of. */
function refuseNoCron(key: string, frequency: { cron: string }): void {
  if (Object.keys(frequency).length > 1) {
    throw new InputError(
      `Invalid configuration at ${key}: must have nothing beside cron`,
    );
  }
  try {
    // Not even a string, it might be taken for a time.
    new CronTime(String(frequency.cron)).sendAt();
  } catch {
    throw new InputError(
      `Invalid configuration at ${key}.cron: must be a cron expression, such as '*/10 * * * *'`,
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

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

/** Reads a duration that must be longer than nothing; undefined when it is not configured. */
export function readMilliseconds(
  config: Config,
  key: string,
): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  const milliseconds = at(key, () =>
    durationToMilliseconds(readDurationFromConfig(config, { key })),
  );
  if (milliseconds <= 0) {
    throw new InputError(
      `Invalid configuration at ${key}: must be longer than nothing`,
    );
  }
  return milliseconds;
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

import { setTimeout as sleep } from 'node:timers/promises';
import {
  HttpHeaders,
  PipelinePolicy,
  PipelineResponse,
} from '@azure/core-rest-pipeline';
import { parseClock, QuotaPacer } from './QuotaPacer';

const quotaRemaining = 'x-ms-user-quota-remaining';
const quotaResetsAfter = 'x-ms-user-quota-resets-after';
const waitHeaders: [name: string, milliseconds: number][] = [
  ['retry-after-ms', 1],
  ['x-ms-retry-after-ms', 1],
  ['retry-after', 1000],
];

/**
 * Does about throttling what the Azure SDK leaves out: paces requests by the quota headers of Resource Graph, gives
 * a 429 that has only those headers the Retry-After without which the SDK does not repeat a request, and shortens a
 * Retry-After that would have the SDK wait for an hour. Belongs inside of the SDK's own retries.
 */
export function throttlingPolicy(options: {
  maxWaitMs: number;
  /** Told how many requests are left of the quota, when an answer says so. */
  onQuota?: (remaining: number) => void;
  now?: () => number;
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}): PipelinePolicy {
  const { maxWaitMs } = options;
  const now = options.now ?? Date.now;
  const wait =
    options.wait ??
    ((milliseconds, signal) => sleep(milliseconds, undefined, { signal }));
  const pacer = new QuotaPacer(now);
  return {
    name: 'aksTrafficThrottlingPolicy',
    async sendRequest(request, next) {
      const pause = Math.min(pacer.take(), maxWaitMs);
      if (pause > 0) {
        await wait(pause, request.abortSignal as AbortSignal | undefined);
      }
      const response = await next(request);
      const remaining = response.headers.get(quotaRemaining);
      pacer.learn(remaining, response.headers.get(quotaResetsAfter));
      if (remaining !== undefined && /^\d+$/.test(remaining.trim())) {
        options.onQuota?.(Number(remaining));
      }
      if (response.status === 429 || response.status === 503) {
        setRetryAfter({ response, maxWaitMs, now });
      }
      return response;
    },
  };
}

function setRetryAfter(options: {
  response: PipelineResponse;
  maxWaitMs: number;
  now: () => number;
}): void {
  const { response, maxWaitMs, now } = options;
  const { headers, status } = response;
  const asked = askedWait(headers, now);
  if (asked === undefined && status !== 429) {
    return;
  }
  const wait = asked ?? parseClock(headers.get(quotaResetsAfter)) ?? 5000;
  for (const [name] of waitHeaders) {
    headers.delete(name);
  }
  headers.set(
    'retry-after',
    String(Math.ceil(Math.min(wait, maxWaitMs) / 1000)),
  );
}

function askedWait(
  headers: HttpHeaders,
  now: () => number,
): number | undefined {
  for (const [name, milliseconds] of waitHeaders) {
    const text = headers.get(name)?.trim();
    if (text && /^\d+$/.test(text)) {
      return Number(text) * milliseconds;
    }
  }
  const at = Date.parse(headers.get('retry-after') ?? '');
  return Number.isNaN(at) ? undefined : Math.max(0, at - now());
}

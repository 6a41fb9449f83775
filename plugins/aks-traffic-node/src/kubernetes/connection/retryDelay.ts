import { KubernetesApiError, KubernetesFailure } from '../KubernetesApiError';

// A refused connection, an untrusted certificate or a timeout will not be better in a second, and repeating it would
// let one dead cluster hold its place for minutes; the next sweep is the retry.
const passing: ReadonlySet<KubernetesFailure> = new Set<KubernetesFailure>([
  'throttled',
  'server-error',
  'cut-off',
]);

const firstDelayMs = 500;

/**
 * Decides whether a failed GET is sent again.
 *
 * @returns milliseconds to wait before, or undefined to give up. A server's own Retry-After is kept up to the limit
 * and stretched a little, so that clients it turned away together do not come back together.
 */
export function retryDelay(options: {
  error: KubernetesApiError;
  /** How many times the request was sent, 1 after the first. */
  attempts: number;
  maxAttempts: number;
  maxRetryDelayMs: number;
  /** From 0 to 1. */
  random: number;
}): number | undefined {
  const { error, attempts, maxAttempts, maxRetryDelayMs, random } = options;
  if (attempts >= maxAttempts || !passing.has(error.failure)) {
    return undefined;
  }
  const wanted =
    error.retryAfterMs === undefined
      ? firstDelayMs * 2 ** (attempts - 1) * (0.5 + random / 2)
      : error.retryAfterMs * (1 + random / 4);
  return Math.min(wanted, maxRetryDelayMs);
}

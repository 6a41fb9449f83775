import { entraError } from '../entra/entraErrors';
import { FaultEffect } from '../faults';
import { Reply } from '../http';
import { rateLimiting, resourceGraphError } from '../resourceGraph/service';
import { armError } from './armErrors';

/** The servers on Azure's origin, by the names that faults and counters have for them. */
export type AzureTarget = 'entra' | 'arm' | 'resource-graph';

/** The answer that a fault makes a server give; none for effects that are not an answer. */
export function faultReply(
  target: AzureTarget,
  effect: FaultEffect | undefined,
  now: Date,
): Reply | undefined {
  switch (effect?.kind) {
    case 'unauthorized':
      return unauthorized(target, now);
    case 'forbidden':
      return forbidden(target, now);
    case 'server-error':
      return serverError(target, effect.status, now);
    case 'throttled': {
      const reply = throttled(target, now);
      return effect.retryAfterSeconds === undefined
        ? reply
        : withHeader(reply, 'retry-after', String(effect.retryAfterSeconds));
    }
    default:
      return undefined;
  }
}

function unauthorized(target: AzureTarget, now: Date): Reply {
  return target === 'entra'
    ? entraError({
        status: 401,
        error: 'invalid_client',
        code: 7000222,
        message: 'The provided client secret keys are expired.',
        now,
      })
    : armError({
        status: 401,
        code: 'InvalidAuthenticationToken',
        message: 'The access token is invalid.',
      });
}

function forbidden(target: AzureTarget, now: Date): Reply {
  switch (target) {
    case 'entra':
      return entraError({
        status: 400,
        error: 'invalid_grant',
        code: 53003,
        message:
          'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
        now,
      });
    case 'arm':
      return armError({
        status: 403,
        code: 'AuthorizationFailed',
        message:
          'The client does not have authorization to perform the action over the scope or the scope is invalid.',
      });
    default:
      return resourceGraphError({
        status: 403,
        code: 'AccessDenied',
        details: [{ code: 'AccessDenied', message: 'Access is denied.' }],
        now,
      });
  }
}

function serverError(target: AzureTarget, status: number, now: Date): Reply {
  return target === 'entra'
    ? entraError({
        status,
        error: 'temporarily_unavailable',
        code: 90033,
        message: 'A transient error has occurred. Please try again.',
        now,
      })
    : armError({
        status,
        code: status === 503 ? 'ServiceUnavailable' : 'InternalServerError',
        message: 'Encountered internal server error.',
      });
}

function throttled(target: AzureTarget, now: Date): Reply {
  switch (target) {
    case 'entra':
      return entraError({
        status: 429,
        error: 'temporarily_unavailable',
        code: 90055,
        message:
          'There are too many incoming requests. Please try again later.',
        now,
      });
    case 'arm':
      return armError({
        status: 429,
        code: 'TooManyRequests',
        message: 'The request is being throttled. Please try again later.',
      });
    default:
      return withHeader(
        withHeader(rateLimiting(now), 'x-ms-user-quota-remaining', '0'),
        'x-ms-user-quota-resets-after',
        '00:00:01',
      );
  }
}

function withHeader(reply: Reply, name: string, value: string): Reply {
  return { ...reply, headers: { ...reply.headers, [name]: value } };
}

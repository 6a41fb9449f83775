import { randomUUID } from 'node:crypto';
import { Reply, textReply } from '../../http';

/** Why an invalid field was refused. */
export interface StatusCause {
  reason: string;
  message: string;
  field?: string;
}

/** The body of a refusal. */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Failure';
  message: string;
  reason: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  };
  code: number;
}

/** A refusal with a Status object as its body. */
export class StatusError extends Error {
  override name = 'StatusError';
  readonly status: Status;

  constructor(
    options: Pick<Status, 'code' | 'reason' | 'message' | 'details'> & {
      /** Where a client whose list expired may go on. */
      continueWith?: string;
    },
  ) {
    super(options.message);
    const { code, reason, message, details, continueWith } = options;
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {
        ...(continueWith !== undefined && { continue: continueWith }),
      },
      status: 'Failure',
      message,
      reason,
      ...(details && { details }),
      code,
    };
  }

  toReply(): Reply {
    const retryAfter = this.status.details?.retryAfterSeconds;
    return apiReply(
      this.status.code,
      JSON.stringify(this.status),
      retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    );
  }
}

/** A JSON body with the headers that an API server puts on every answer. */
export function apiReply(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Reply {
  return {
    status,
    headers: {
      'audit-id': randomUUID(),
      'cache-control': 'no-cache, private',
      'content-type': 'application/json',
      ...headers,
    },
    body,
  };
}

/** What is answered for a path that nothing serves, which includes groups that are not installed: not a Status. */
export function pageNotFoundReply(): Reply {
  return textReply(404, '404 page not found\n', {
    'x-content-type-options': 'nosniff',
  });
}

/** What is answered before a request is looked at, when there are too many. */
export function tooManyRequestsReply(retryAfterSeconds?: number): Reply {
  return textReply(429, 'Too many requests, please try again later.\n', {
    'x-content-type-options': 'nosniff',
    ...(retryAfterSeconds !== undefined && {
      'retry-after': String(retryAfterSeconds),
    }),
  });
}

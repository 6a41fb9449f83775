import { randomUUID } from 'node:crypto';
import { jsonReply, Reply } from '../../http';
import { QueryProblem } from '../problems';

export interface ErrorDetail {
  code: string;
  message: string;
  line?: number;
  characterPositionInLine?: number;
  token?: string;
}

/** An error as Resource Graph words it: the reason is in the details, the message is for its support. */
export function resourceGraphError(options: {
  status: number;
  code: string;
  details: ErrorDetail[];
  now: Date;
}): Reply {
  const { status, code, details, now } = options;
  const timestamp = now.toISOString().replace('Z', '0000Z');
  return jsonReply(status, {
    error: {
      code,
      message: `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${randomUUID()}.`,
      details,
    },
  });
}

/** The answer to a query that is not understood or not allowed. */
export function invalidQuery(problems: QueryProblem[], now: Date): Reply {
  return resourceGraphError({
    status: 400,
    code: 'BadRequest',
    details: [
      {
        code: 'InvalidQuery',
        message:
          'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
      },
      ...problems.map(toDetail),
    ],
    now,
  });
}

export function badRequest(code: string, message: string, now: Date): Reply {
  return resourceGraphError({
    status: 400,
    code: 'BadRequest',
    details: [{ code, message }],
    now,
  });
}

export function accessDenied(now: Date): Reply {
  return resourceGraphError({
    status: 403,
    code: 'AccessDenied',
    details: [
      {
        code: 'AccessDenied',
        message:
          'Access is denied to the requested resource. The user might not have enough permission.',
      },
    ],
    now,
  });
}

export function rateLimiting(now: Date): Reply {
  return resourceGraphError({
    status: 429,
    code: 'RateLimiting',
    details: [
      {
        code: 'RateLimiting',
        message:
          'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.',
      },
    ],
    now,
  });
}

/**
 * As recorded: places count characters from 0, operators that are not allowed come without a place, and what the parser
 * does not understand comes without a reason. `check-query` tells the reason.
 */
function toDetail(problem: QueryProblem): ErrorDetail {
  const { code, message, line, column, token } = problem;
  switch (code) {
    case 'InvalidQueryLanguage':
      return { code, message, line: -1, characterPositionInLine: -1, token };
    case 'ParserFailure':
      return {
        code,
        message: code,
        line,
        characterPositionInLine: column - 1,
        token,
      };
    default:
      return {
        code,
        message,
        line,
        characterPositionInLine: column - 1,
        token,
      };
  }
}

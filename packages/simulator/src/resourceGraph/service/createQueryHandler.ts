import { missingApiVersion } from '../../azure/armErrors';
import { AuthenticatedRequest, AzureContext } from '../../azure/AzureContext';
import { jsonReply, Reply } from '../../http';
import { compileQuery } from '../compileQuery';
import { QueryError } from '../problems';
import { createEstateTables, EstateTables, selectRows } from './estateTables';
import { cutPage } from './page';
import { QueryQuota, QuotaSettings } from './QueryQuota';
import { QueryRequestError, readQueryRequest } from './readQueryRequest';
import { resolveScope } from './resolveScope';
import {
  accessDenied,
  badRequest,
  invalidQuery,
  rateLimiting,
} from './resourceGraphErrors';

const MAXIMUM_BYTES = 16 * 1024 * 1024;

export type QueryHandler = (
  context: AzureContext,
  request: AuthenticatedRequest,
) => Reply;

/** `POST /providers/Microsoft.ResourceGraph/resources` */
export function createQueryHandler(
  context: AzureContext,
  quotaSettings: QuotaSettings,
): QueryHandler {
  const tables = createEstateTables(context.estate);
  const quota = new QueryQuota(context.clock, quotaSettings);
  return (_, request) => {
    const { allowed, headers } = quota.take(request.identity.clientId);
    const reply = allowed
      ? answerQuery(context, request, tables)
      : rateLimiting(request.now);
    return { ...reply, headers: { ...reply.headers, ...headers } };
  };
}

function answerQuery(
  { estate }: AzureContext,
  request: AuthenticatedRequest,
  tables: EstateTables,
): Reply {
  if (!request.query.get('api-version')) {
    return missingApiVersion();
  }
  try {
    const queryRequest = readQueryRequest(request.body);
    const query = compileQuery(queryRequest.query);
    const scope = resolveScope({
      estate,
      identity: request.identity,
      request: queryRequest,
    });
    if (scope.size === 0) {
      return accessDenied(request.now);
    }
    const table = query.run(name => selectRows(tables, name, scope));
    const reply = jsonReply(
      200,
      cutPage({ table, request: queryRequest, pageable: query.pageable }),
    );
    return checkSize(reply, request.now);
  } catch (error) {
    if (error instanceof QueryError) {
      return invalidQuery(error.problems, request.now);
    }
    if (error instanceof QueryRequestError) {
      return badRequest('InvalidRequest', error.message, request.now);
    }
    throw error;
  }
}

function checkSize(reply: Reply, now: Date): Reply {
  const size = Buffer.byteLength(reply.body);
  return size <= MAXIMUM_BYTES
    ? reply
    : badRequest(
        'ResponsePayloadTooLarge',
        `Response payload size is ${size}, and has exceeded the limit of ${MAXIMUM_BYTES}. Please consider querying less data at a time and make paginated call if needed.`,
        now,
      );
}

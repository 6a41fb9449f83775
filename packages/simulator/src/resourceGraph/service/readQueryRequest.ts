import { z } from 'zod';

const PAGE_SIZE = 1000;

const strings = z.array(z.string()).nullish();

const requestSchema = z.object({
  query: z.string().min(1),
  subscriptions: strings,
  managementGroups: strings,
  facets: z.array(z.unknown()).nullish(),
  options: z
    .object({
      $top: z.number().int().min(1).max(PAGE_SIZE).nullish(),
      $skip: z.number().int().min(0).nullish(),
      $skipToken: z.string().nullish(),
      resultFormat: z.enum(['objectArray', 'table']).nullish(),
      authorizationScopeFilter: z.string().nullish(),
      allowPartialScopes: z.boolean().nullish(),
    })
    .nullish(),
});

export interface QueryRequest {
  query: string;
  subscriptions?: string[];
  managementGroups?: string[];
  /** Rows on a page. */
  top: number;
  skip: number;
  skipToken?: string;
  resultFormat: 'objectArray' | 'table';
}

/** Thrown for a request that cannot be answered; the message names the field. */
export class QueryRequestError extends Error {
  override name = 'QueryRequestError';
}

/** Reads the body of a query. */
export function readQueryRequest(body: string): QueryRequest {
  const parsed = requestSchema.safeParse(parseBody(body));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      issue => `${issue.path.join('.') || 'body'}: ${issue.message}`,
    );
    throw new QueryRequestError(problems.join('; '));
  }
  const { query, subscriptions, managementGroups, facets, options } =
    parsed.data;
  if (subscriptions?.length && managementGroups?.length) {
    throw new QueryRequestError(
      'subscriptions and managementGroups cannot be used together',
    );
  }
  if (facets?.length) {
    throw new QueryRequestError('facets are not known to the simulator');
  }
  return {
    query,
    ...(subscriptions?.length && { subscriptions }),
    ...(managementGroups?.length && { managementGroups }),
    top: options?.$top ?? PAGE_SIZE,
    skip: options?.$skip ?? 0,
    skipToken: options?.$skipToken ?? undefined,
    resultFormat: options?.resultFormat ?? 'objectArray',
  };
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new QueryRequestError('body: not JSON');
  }
}

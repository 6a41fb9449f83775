import { toError } from '@backstage/errors';

const statuses: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  NotImplementedError: 501,
  ServiceUnavailableError: 503,
};

/** The status with which Backstage's error handling answers an error: it does not export what it goes by. */
export function statusOf(error: unknown): number {
  const { name, statusCode, status } = toError(error) as Error & {
    statusCode?: unknown;
    status?: unknown;
  };
  const own = [statusCode, status].find(
    each =>
      typeof each === 'number' &&
      Number.isInteger(each) &&
      each >= 100 &&
      each <= 599,
  );
  return (own as number | undefined) ?? statuses[name] ?? 500;
}

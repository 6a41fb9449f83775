import { Request } from 'express';

/**
 * A request as the auditor may tell of it: Node bounds address and name of the program at 16 kB, and lets the latter
 * hold controls above 127.
 */
export function plainRequest(
  request: Request,
  write: (text: string) => string,
): Request {
  const { originalUrl, headers } = request;
  const program = headers['user-agent'] ?? '';
  return write(originalUrl) === originalUrl && write(program) === program
    ? request
    : derived(request, {
        originalUrl: write(originalUrl),
        headers: { ...headers, 'user-agent': write(program) },
      });
}

/** The same request without what says who sent it: with credentials that are not valid, the auditor makes no event. */
export function requestOfNobody(request: Request): Request {
  const { authorization, cookie, ...headers } = request.headers;
  return derived(request, { headers });
}

function derived(
  request: Request,
  other: Partial<Pick<Request, 'originalUrl' | 'headers'>>,
): Request {
  return Object.create(
    request,
    Object.fromEntries(
      Object.entries(other).map(([name, value]) => [
        name,
        { value, enumerable: true },
      ]),
    ),
  );
}

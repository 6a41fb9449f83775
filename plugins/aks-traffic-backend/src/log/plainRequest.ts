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
    : Object.create(request, {
        originalUrl: { value: write(originalUrl), enumerable: true },
        headers: {
          value: { ...headers, 'user-agent': write(program) },
          enumerable: true,
        },
      });
}

import { Request } from 'express';

/** The query parameters as they were sent: Express would read brackets in them as structure. */
export function readParameters(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://localhost').searchParams;
}

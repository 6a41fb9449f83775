import { Request } from 'express';

/**
 * A request as the auditor may tell of it: who sends it writes address, host and name of the program, and behind a
 * proxy that is believed the own address as well. Node bounds them at 16 kB, and lets all but the first hold controls
 * above 127.
 */
export function plainRequest(
  request: Request,
  write: (text: string) => string,
): Request {
  const { originalUrl, headers, hostname, ip } = request;
  const writeKnown = (text: string | undefined) =>
    text === undefined ? undefined : write(text);
  const program = headers['user-agent'];
  const told = [originalUrl, program, hostname, ip];
  return told.every(text => writeKnown(text) === text)
    ? request
    : Object.create(request, {
        originalUrl: { value: write(originalUrl), enumerable: true },
        headers: {
          value: { ...headers, 'user-agent': writeKnown(program) },
          enumerable: true,
        },
        hostname: { value: writeKnown(hostname), enumerable: true },
        ip: { value: writeKnown(ip), enumerable: true },
      });
}

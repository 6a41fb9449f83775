import { InputError } from '@backstage/errors';

/**
 * Takes an API server's address apart.
 *
 * @param options.plainHttp - takes http too.
 * @returns the origin, and the path in front of every request (empty for most servers).
 * @throws InputError when a token must not be sent there: no https where it must be, credentials in the address, a query.
 */
export function parseServer(
  server: string,
  options: { plainHttp?: boolean } = {},
): {
  origin: string;
  /** Name or address, that of version 6 without its brackets. */
  host: string;
  basePath: string;
} {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  const protocols = options.plainHttp ? ['https:', 'http:'] : ['https:'];
  if (!url || !protocols.includes(url.protocol) || !url.hostname) {
    throw new InputError(
      `The API server's address ${JSON.stringify(redacted(server))} is not an ${
        options.plainHttp ? 'http or ' : ''
      }https address`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `The API server's address ${url.origin} must not carry credentials, a query or a fragment`,
    );
  }
  return {
    origin: url.origin,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    basePath: url.pathname.replace(/\/+$/, ''),
  };
}

function redacted(server: string): string {
  return server.replace(/\/\/[^/@]*@/, '//').slice(0, 200);
}

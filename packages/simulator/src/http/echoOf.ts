import { IncomingHttpHeaders } from 'node:http';

/** How what was sent is written when it is repeated; as it is when nothing is said. */
export const echoEncodings = ['base64', 'url'] as const;

export type EchoEncoding = (typeof echoEncodings)[number];

/**
 * A sentence with everything that was sent, as proxies for debugging answer. Many readers show the beginning of a
 * sentence alone, so that what is secret stands there.
 */
export function echoOf(
  request: { method?: string; url?: string; headers: IncomingHttpHeaders },
  options: { body?: string; encoding?: EchoEncoding } = {},
): string {
  const { method, url, headers } = request;
  const { authorization, ...others } = headers;
  const { body, encoding } = options;
  const sent = [
    ...(authorization === undefined ? [] : [`authorization: ${authorization}`]),
    ...(body ? [body] : []),
    url,
    ...Object.entries(others).map(([name, value]) => `${name}: ${value}`),
  ].join(' | ');
  return `cannot handle ${method} ${encode(sent, encoding)}`;
}

function encode(text: string, encoding: EchoEncoding | undefined): string {
  switch (encoding) {
    case 'base64':
      return Buffer.from(text).toString('base64');
    case 'url':
      return encodeURIComponent(text);
    default:
      return text;
  }
}

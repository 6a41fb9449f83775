import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';

/** What NGINX takes: its times are signed whole milliseconds of 32 bits. */
const longest = 2_147_483;

/** A duration of the Gateway API, whose numbers have at most five digits. */
function durationOf(seconds: number): string {
  return seconds <= 99_999 ? `${seconds}s` : `${Math.ceil(seconds / 3600)}h`;
}

/** The longest request, where an annotation changes how long NGINX waits for the backend. */
export function timeoutsOf(
  source: IngressSource,
  context: MigrationContext,
): { request: string } | undefined {
  const seconds = Number(
    (source.nginx.get('proxy-read-timeout') ?? '').replace(/s$/, ''),
  );
  if (!Number.isInteger(seconds) || seconds <= 0) {
    return undefined;
  }
  if (seconds > longest) {
    context.note(
      source,
      'decide',
      'proxy-read-timeout',
      `NGINX does not take ${seconds} s, and the route sets no limit. Decide how long a request may take.`,
    );
    return undefined;
  }
  context.note(
    source,
    'check',
    'proxy-read-timeout',
    `NGINX waits ${seconds} s between two reads, the route lets the whole request take ${seconds} s. Raise it where answers stream, such as WebSockets, server-sent events or long downloads.`,
  );
  return { request: durationOf(seconds) };
}

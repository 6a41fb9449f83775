import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';

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
  context.note(
    source,
    'check',
    'proxy-read-timeout',
    `NGINX waits ${seconds} s between two reads, the route lets the whole request take ${seconds} s. Raise it where answers stream, such as WebSockets, server-sent events or long downloads.`,
  );
  return { request: `${seconds}s` };
}

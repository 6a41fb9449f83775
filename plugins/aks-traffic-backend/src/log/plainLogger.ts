import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { printable } from 'backstage-plugin-aks-traffic-common';
import { plainError, plainFields } from './plainValue';

/**
 * A logger whose every call is one line of plain text.
 *
 * @remarks
 * Names and messages come from clusters, Azure, the catalog and callers. Backstage writes messages as they are while
 * developing, and JSON leaves some characters that terminals obey.
 */
export function plainLogger(logger: LoggerService): LoggerService {
  const write =
    (level: 'error' | 'warn' | 'info' | 'debug') =>
    (message: string, meta?: Error | JsonObject) =>
      logger[level](
        printable(message),
        meta instanceof Error
          ? { error: plainError(meta) }
          : meta && plainFields(meta),
      );
  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    child: meta => plainLogger(logger.child(plainFields(meta))),
  };
}

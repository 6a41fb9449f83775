import { toError } from '@backstage/errors';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toCsv } from '../export/toCsv';
import { toJson } from '../export/toJson';
import { parseExportQuery } from '../request/parseExportQuery';
import { readParameters } from '../request/readParameters';
import { auditedRoute } from './auditedRoute';
import { RouterOptions } from './createRouter';

const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: toCsv },
  json: { type: 'application/json; charset=utf-8', write: toJson },
};

/** All Services that match as a file, written as they are read. */
export function addExportRoutes(router: Router, options: RouterOptions): void {
  const { lists, logger } = options;
  for (const [format, { type, write }] of Object.entries(formats)) {
    router.get(
      `/v1/export.${format}`,
      auditedRoute(options, {
        eventId: 'service-export',
        meta: () => ({ format }),
        async act({ request, response, credentials, note }) {
          const query = parseExportQuery(readParameters(request));
          note({ filter: { ...query.filter } });
          let services = 0;
          const counted = async function* counted(
            pages: AsyncIterable<ServiceListItem[]>,
          ) {
            for await (const page of pages) {
              services += page.length;
              yield page;
            }
          };
          try {
            const { coverage, pages } = await lists.exportServices({
              request: query,
              credentials,
            });
            response.setHeader('Content-Type', type);
            response.attachment(`aks-traffic-services.${format}`);
            response.setHeader('Cache-Control', 'no-store');
            if (request.method === 'HEAD') {
              // Nothing would be sent of what is read from here on.
              response.end();
              return;
            }
            await pipeline(
              Readable.from(write({ coverage, pages: counted(pages) })),
              response,
            );
          } catch (error) {
            if (response.headersSent) {
              // The connection was cut, so that nobody takes what arrived for the whole.
              logger.warn(
                `An export ended after ${services} Services: ${
                  toError(error).message
                }`,
              );
            }
            throw error;
          } finally {
            note({ services });
          }
        },
      }),
    );
  }
}

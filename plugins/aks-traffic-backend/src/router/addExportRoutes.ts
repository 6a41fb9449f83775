import { toError } from '@backstage/errors';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toCsv } from '../export/toCsv';
import { toJson } from '../export/toJson';
import { parseExportQuery } from '../request/parseExportQuery';
import { readParameters } from '../request/readParameters';
import { RouterOptions } from './createRouter';

const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: toCsv },
  json: { type: 'application/json; charset=utf-8', write: toJson },
};

/** All Services that match as a file, written as they are read. */
export function addExportRoutes(
  router: Router,
  { lists, httpAuth, auditor, logger }: RouterOptions,
): void {
  for (const [format, { type, write }] of Object.entries(formats)) {
    router.get(`/v1/export.${format}`, async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const query = parseExportQuery(readParameters(request));
      const event = await auditor.createEvent({
        eventId: 'service-export',
        severityLevel: 'medium',
        request,
        meta: { format, filter: { ...query.filter } },
      });
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
        const pages = await lists.exportServices({
          request: query,
          credentials,
        });
        response.setHeader('Content-Type', type);
        response.attachment(`aks-traffic-services.${format}`);
        response.setHeader('Cache-Control', 'no-store');
        await pipeline(Readable.from(write(counted(pages))), response);
        await event.success({ meta: { services } });
      } catch (error) {
        await event.fail({ error: toError(error), meta: { services } });
        if (!response.headersSent) {
          throw error;
        }
        // The connection was cut, so that nobody takes what arrived for the whole.
        logger.warn(
          `An export ended after ${services} Services: ${
            toError(error).message
          }`,
        );
      }
    });
  }
}

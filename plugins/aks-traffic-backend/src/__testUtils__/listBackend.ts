import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import request from 'supertest';
import { aksTrafficPlugin } from '../plugin';

/** A backend on a database of the test's, with an empty catalog and one answer to all questions for permission. */
export async function startListBackend(client: Knex, result: AuthorizeResult) {
  const audits: Record<string, unknown>[] = [];
  const auditor = mockServices.auditor.mock({
    async createEvent({ eventId, meta }) {
      const end =
        (outcome: string) =>
        async (options?: { meta?: object; error?: Error }) => {
          audits.push({
            eventId,
            outcome,
            ...meta,
            ...options?.meta,
            ...(options?.error && { error: options.error.message }),
          });
        };
      return { success: end('success'), fail: end('fail') };
    },
  });
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      mockServices.rootConfig.factory({ data: {} }),
      mockServices.database.factory({ knex: client }),
      mockServices.permissions.factory({
        result: result as AuthorizeResult.ALLOW,
      }),
      auditor.factory,
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
  return {
    audits,
    get: (path: string, header: string = mockCredentials.user.header()) =>
      request(server)
        .get(`/api/aks-traffic${path}`)
        .set({ authorization: header }),
  };
}

export type ListBackend = Awaited<ReturnType<typeof startListBackend>>;

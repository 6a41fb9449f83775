import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { aksTrafficPlugin } from '../plugin';
import { seed } from './restEstate';
import { createTestStore } from './storeTest';

/** Who asks, by the header that says so. */
export const audited = {
  user: mockCredentials.user.header('user:default/ann'),
  refused: mockCredentials.user.header('user:default/refused'),
  invalid: mockCredentials.user.invalidHeader(),
};

/** A line of Backstage's auditor. */
export interface AuditLine {
  eventId: string;
  status: 'initiated' | 'succeeded' | 'failed';
  severityLevel: string;
  actor: JsonObject;
  request: JsonObject;
  meta?: JsonObject;
  /** The sentence of the error of one that failed. */
  message?: string;
}

function linesInto(
  lines: AuditLine[],
  labels: JsonObject = {},
): RootLoggerService {
  const write = (message: string, meta?: unknown) => {
    if (labels.isAuditEvent) {
      const rest = meta instanceof Error ? { message: meta.message } : meta;
      lines.push({ ...labels, ...(rest as object) } as unknown as AuditLine);
    }
    return message;
  };
  return {
    error: write,
    warn: write,
    info: write,
    debug: write,
    child: more => linesInto(lines, { ...labels, ...more }),
  };
}

function refOf(principal: unknown): string | undefined {
  return (principal as { userEntityRef?: string }).userEntityRef;
}

/** A backend with Backstage's own auditor and way of telling who asks, and what the auditor says of an operation. */
export async function startAuditedBackend(client: Knex) {
  await seed(await createTestStore(client), new Date());
  const lines: AuditLine[] = [];
  const decide = (ref?: string) => ({
    result:
      ref === 'user:default/refused'
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
  const { server } = await startTestBackend({
    features: [
      aksTrafficPlugin,
      auditorServiceFactory,
      httpAuthServiceFactory,
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => linesInto(lines),
      }),
      mockServices.database.factory({ knex: client }),
      mockServices.permissions.mock({
        authorize: async (requests, { credentials }) =>
          requests.map(() => decide(refOf(credentials.principal))),
        authorizeConditional: async (requests, { credentials }) =>
          requests.map(() => decide(refOf(credentials.principal))),
      }).factory,
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
  return {
    server,
    /** Runs an operation and gives what was audited meanwhile. */
    async during<T>(operation: () => Promise<T>) {
      lines.length = 0;
      return { result: await operation(), lines: [...lines] };
    },
  };
}

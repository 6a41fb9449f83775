import { readdirSync, readFileSync, statSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import azureModule from '@backstage/plugin-scaffolder-backend-module-azure';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import {
  analyzeCluster,
  createReport,
  findingsOf,
  KubernetesObject,
} from 'backstage-plugin-aks-traffic-engine';
import aksTrafficModule from 'backstage-plugin-scaffolder-backend-module-aks-traffic';
import { parse } from 'yaml';
import { demoModule } from '../module';

/** Where the templates of the repository are. */
export const templates = resolve(__dirname, '../../../../../templates');

/** What the scaffolder answers to a dry run. */
export interface DryRun {
  status: number;
  log: { body: { message: string; stepId?: string } }[];
  files: Map<string, string>;
  output: { links?: { title: string; entityRef?: string }[] };
  errors: unknown;
}

/** A backend with the scaffolder and the actions that the templates use. */
export async function startScaffolder(
  features: BackendFeature[] = [],
): Promise<{
  dryRun(name: string, values: object): Promise<DryRun>;
  stop(): Promise<void>;
}> {
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      azureModule,
      aksTrafficModule,
      demoModule,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({
        data: {
          // Asked for before a dry run ends; nothing is sent anywhere.
          integrations: { github: [{ host: 'github.com', token: 'none' }] },
          demo: {
            repositories: '/tmp/not-written-to',
            simulatorControl: 'http://127.0.0.1:1',
          },
        },
      }),
      ...features,
    ],
  });
  const { port } = backend.server.address() as AddressInfo;
  return {
    dryRun: (name, values) =>
      dryRun(`http://localhost:${port}/api/scaffolder`, name, values),
    stop: () => backend.stop(),
  };
}

async function dryRun(
  base: string,
  name: string,
  values: object,
): Promise<DryRun> {
  const folder = join(templates, name);
  const response = await fetch(`${base}/v2/dry-run`, {
    method: 'POST',
    headers: {
      authorization: mockCredentials.user.header(),
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      template: parse(readFileSync(join(folder, 'template.yaml'), 'utf8')),
      values,
      directoryContents: filesBelow(folder).map(path => ({
        path: relative(folder, path),
        base64Content: readFileSync(path).toString('base64'),
      })),
    }),
  });
  const body = await response.json();
  return {
    status: response.status,
    log: body.log,
    output: body.output,
    errors: body.errors ?? body.error,
    files: new Map(
      (body.directoryContents ?? []).map(
        (file: { path: string; base64Content: string }) => [
          file.path,
          Buffer.from(file.base64Content, 'base64').toString(),
        ],
      ),
    ),
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** The rules that find something of medium severity or worse in objects. */
export function seriousFindings(objects: KubernetesObject[]): string[] {
  const now = new Date('2026-11-28T12:00:00Z');
  const report = createReport(
    [
      analyzeCluster(
        {
          cluster: 'files',
          observedAt: now.toISOString(),
          coverage: 'complete',
          gaps: [],
          origin: 'files',
          reads: [],
          objects,
        },
        { rows: [], gaps: [], readTypes: [] },
        { now },
      ),
    ],
    now,
  );
  return findingsOf(report)
    .filter(({ finding }) =>
      ['critical', 'high', 'medium'].includes(finding.severity),
    )
    .map(({ finding }) => finding.ruleId);
}

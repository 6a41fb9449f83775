import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  analyzeCluster,
  createReport,
} from 'backstage-plugin-aks-traffic-engine';
import { observeCluster } from 'backstage-plugin-aks-traffic-node';
import { runInMemory } from '../__testUtils__/runInMemory';
import {
  SimulatedCluster,
  Simulator,
  startSimulator,
} from '../__testUtils__/startSimulator';

let simulator: Simulator;
let cluster: SimulatedCluster;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aks-traffic-'));
  simulator = await startSimulator();
  cluster = simulator.clusters.find(({ name }) => name === 'factory-edge-01')!;
}, 60_000);

afterAll(() => {
  simulator.stop();
  rmSync(folder, { recursive: true });
});

describe('check of a simulated API server', () => {
  it('gives the report that the backend has for the cluster', async () => {
    const { name, server, caFile, serviceAccountToken = '' } = cluster;
    writeFileSync(
      join(folder, 'config'),
      `apiVersion: v1
kind: Config
current-context: edge
clusters:
  - name: ${name}
    cluster: {server: "${server}", certificate-authority: ${caFile}}
contexts:
  - name: edge
    context: {cluster: ${name}, user: reader}
users:
  - name: reader
    user: {token: ${serviceAccountToken}}
`,
    );
    const { exitCode, output, errors } = await runInMemory(
      ['check', '--kubeconfig', 'config', '--format', 'json'],
      { cwd: folder },
    );
    expect(errors).toBe('');
    expect(exitCode).toBe(0);

    const now = new Date('2026-11-22T12:00:00Z');
    const observation = await observeCluster({
      location: {
        name,
        source: 'config',
        server,
        caData: readFileSync(caFile, 'utf8'),
        access: {
          kind: 'token',
          getToken: async () => ({ token: serviceAccountToken }),
        },
      },
      signal: new AbortController().signal,
    });
    const estate = { rows: [], gaps: [], readTypes: [] };
    const expected = createReport(
      [analyzeCluster(observation, estate, { now })],
      now,
    );
    const report = JSON.parse(output);
    expect(report.services.length).toBeGreaterThan(3);
    expect({ ...report, coverage: [] }).toEqual({ ...expected, coverage: [] });
    expect(report.coverage).toEqual([
      // Read twice, at different moments.
      { ...expected.coverage[0], observedAt: expect.any(String) },
    ]);
  });
});

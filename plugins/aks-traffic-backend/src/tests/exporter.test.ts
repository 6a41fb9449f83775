import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { metricsServiceFactory } from '@backstage/backend-defaults/alpha';
import { startContosoBackend } from '../__testUtils__/contosoBackend';
import { documentedMetrics } from '../__testUtils__/documentedMetrics';
import { eventually } from '../__testUtils__/eventually';
import { createContract } from '../__testUtils__/openApi';
import {
  RunningSimulator,
  startSimulator,
} from '../__testUtils__/runSimulator';
import { createTestDatabases } from '../__testUtils__/storeTest';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const contract = createContract();

/** The name and the type that Prometheus gives an instrument. */
function exported(name: string, kind: string): string {
  const [type] = kind.split(' ');
  const plain = name.replaceAll('.', '_');
  switch (type) {
    case 'counter':
      return `${plain}_total counter`;
    case 'up-down':
      return `${plain} gauge`;
    default:
      return `${plain} ${type}`;
  }
}

describe('an exporter', () => {
  let simulator: RunningSimulator;
  let provider: MeterProvider;
  let server: Server;

  beforeAll(async () => {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    server = createServer((asked, answer) =>
      exporter.getMetricsRequestHandler(asked, answer),
    );
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    provider = new MeterProvider({ readers: [exporter] });
    metrics.setGlobalMeterProvider(provider);
    simulator = await startSimulator(['--estate', 'contoso']);
  });

  afterAll(async () => {
    metrics.disable();
    await provider?.shutdown();
    server?.close();
    await simulator?.stop();
  });

  async function readPage(): Promise<string> {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}`);
    return answer.text();
  }

  it('gets each documented metric of a portal that reads and watches clusters', async () => {
    const { sweepAll } = await startContosoBackend({
      client: await databases.init('SQLITE_3'),
      simulator,
      contract,
      settings: { watch: { enabled: true } },
      features: [metricsServiceFactory],
    });
    await sweepAll();

    await eventually(async () => {
      const page = await readPage();
      for (const [name, kind] of documentedMetrics()) {
        expect(page).toContain(`# TYPE ${exported(name, kind)}`);
      }
      expect(page).toMatch(
        /^aks_traffic_reading_duration_bucket\{coverage="complete".*le="2.5"\} \d+$/m,
      );
      expect(page).toMatch(
        /^aks_traffic_sweep_duration_count\{overtaken="false"[^}]*\} [1-9]\d*$/m,
      );
      // Clusters may be watched before the sweep ends, so that none need be read.
      for (const outcome of ['watched', 'read', 'failed', 'left']) {
        expect(page).toMatch(
          new RegExp(
            `^aks_traffic_sweep_clusters_total\\{outcome="${outcome}"[^}]*\\} \\d+$`,
            'm',
          ),
        );
      }
      expect(page).toMatch(/^aks_traffic_watch_clusters\{.*\} [1-9]\d*$/m);
    });
  });
});

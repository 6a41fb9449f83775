import { inOwnProcess } from '../fleet/inOwnProcess';
import { startSimulator } from '../fleet/startSimulator';
import { BenchmarkResult } from '../output/BenchmarkResult';
import { ScanFigures } from '../scan/ScanFigures';
import { WholeScan } from '../scan/scanWhole';

/**
 * What reading one cluster and judging it costs, against a bare list of the same objects. Each side runs in a process
 * of its own; the API server is another one, whose cost is not counted.
 */
export async function benchmarkScan(options: {
  /** Services in the cluster; about two thirds of them have an Ingress. */
  services: number;
  runs: number;
}): Promise<BenchmarkResult> {
  const { services, runs } = options;
  const simulator = await startSimulator({ clusters: 1, services });
  try {
    const { azure, clusters, identities } = simulator;
    const fleet = JSON.stringify({ azure, clusters, identities });
    const common = { fleet, runs };
    const whole = await inOwnProcess<WholeScan>('scan-whole', common);
    const bare = await inOwnProcess<ScanFigures>('list-bare', {
      ...common,
      lists: JSON.stringify(whole.lists),
    });
    const label = `${whole.objects.toLocaleString(
      'en-US',
    )} objects, ${whole.ingresses.toLocaleString('en-US')} Ingresses`;
    const against = 'bare list and JSON.parse';
    return {
      name: 'scan',
      rows: [
        {
          label: `${against}, ${bare.objects.toLocaleString('en-US')} objects`,
          value: bare.cpuMs,
          unit: 'ms CPU',
        },
        {
          label: `read and judge, ${label}`,
          value: whole.cpuMs,
          unit: 'ms CPU',
          ratio: whole.cpuMs / bare.cpuMs,
          against,
        },
        { label: `${against}, peak memory`, value: bare.peakMb, unit: 'MB' },
        {
          label: 'read and judge, peak memory',
          value: whole.peakMb,
          unit: 'MB',
          ratio: whole.peakMb / bare.peakMb,
          against,
        },
      ],
    };
  } finally {
    await simulator.stop();
  }
}

import { Severity } from 'backstage-plugin-aks-traffic-common';
import {
  analyzeCluster,
  createReport,
  estateGaps,
} from 'backstage-plugin-aks-traffic-engine';
import { findManagedCluster } from '../input/findManagedCluster';
import { observeFiles } from '../input/observeFiles';
import { readAzureRows } from '../input/readAzureRows';
import { hasFindingFrom } from '../output/findings';
import { formatTable } from '../output/formatTable';
import { printableJson } from '../output/printable';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

/** What `check` was asked for. */
export interface CheckOptions {
  paths: string[];
  azure?: string[];
  cluster?: string;
  format: 'table' | 'json';
  now?: Date;
  failOn?: Severity;
}

/** Judges manifests and prints the report. Gives the exit code: 1 for findings from `failOn` on, else 0. */
export async function check(
  options: CheckOptions,
  terminal: Terminal,
): Promise<0 | 1> {
  const now = options.now ?? terminal.now();
  const estate = await readAzureRows(options.azure ?? [], terminal);
  const linked = options.azure
    ? findManagedCluster(estate, options.cluster)
    : {};
  const observation = await observeFiles({
    paths: options.paths,
    cluster: options.cluster ?? 'files',
    armId: linked.armId,
    gaps: [...estateGaps(estate), ...(linked.gap ? [linked.gap] : [])],
    now,
    terminal,
  });
  const report = createReport(
    [analyzeCluster(observation, estate, { now })],
    now,
  );
  terminal.writeOutput(
    options.format === 'json'
      ? `${printableJson(report)}\n`
      : formatTable(report, terminal.columns),
  );
  if (observation.objects.length === 0) {
    throw new UsageError(
      `no Kubernetes object in ${options.paths.join(
        ', ',
      )}; give YAML or JSON manifests, or the output of kubectl get --output yaml`,
    );
  }
  return options.failOn !== undefined && hasFindingFrom(report, options.failOn)
    ? 1
    : 0;
}

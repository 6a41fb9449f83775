import { InputError } from '@backstage/errors';
import {
  printableJson,
  Severity,
  TrafficReport,
} from 'backstage-plugin-aks-traffic-common';
import {
  analyzeCluster,
  ClusterObservation,
  createReport,
  Estate,
  estateGaps,
  hasFindingFrom,
} from 'backstage-plugin-aks-traffic-engine';
import { ObjectPlaces, observeFiles } from 'backstage-plugin-aks-traffic-node';
import { findManagedCluster } from '../input/findManagedCluster';
import {
  KubeconfigOptions,
  observeKubeconfig,
} from '../input/observeKubeconfig';
import { readAzureRows } from '../input/readAzureRows';
import { formatTable } from '../output/formatTable';
import { formatSarif } from '../output/sarif/formatSarif';
import { Terminal } from '../Terminal';

/** What `check` was asked for. */
export interface CheckOptions extends KubeconfigOptions {
  paths: string[];
  azure?: string[];
  cluster?: string;
  format: 'table' | 'json' | 'sarif';
  docsUrl?: string;
  now?: Date;
  failOn?: Severity;
  /** By rule id. */
  severity?: Record<string, Severity>;
}

/**
 * Judges manifests, or a live cluster, and prints the report. Gives the exit code: 1 for findings from `failOn` on,
 * else 0.
 *
 * @throws InputError when nothing could be judged, after the report that says so.
 */
export async function check(
  options: CheckOptions,
  terminal: Terminal,
): Promise<0 | 1> {
  const now = options.now ?? terminal.now();
  const isLive =
    options.kubeconfig !== undefined || options.context !== undefined;
  if (isLive === options.paths.length > 0) {
    throw new InputError(
      isLive
        ? 'files and --kubeconfig cannot be judged together; leave one out'
        : 'nothing to check; name files or folders, - for standard input, or read a live cluster with --kubeconfig',
    );
  }
  const given = options.azure && (await readAzureRows(options.azure, terminal));
  const estate = given ?? { rows: [], gaps: [], readTypes: [] };
  const { observation, places } = isLive
    ? {
        observation: await observeKubeconfig({
          options,
          cluster: options.cluster,
          estate: given,
          terminal,
        }),
        places: undefined,
      }
    : await observeManifests({ options, estate, now, terminal });
  const report = createReport(
    [
      analyzeCluster(observation, estate, {
        now,
        severities: options.severity,
      }),
    ],
    now,
  );
  terminal.writeOutput(formatted({ report, places, options, terminal }));
  refuseNothing(observation, options);
  return options.failOn !== undefined && hasFindingFrom(report, options.failOn)
    ? 1
    : 0;
}

function observeManifests(given: {
  options: CheckOptions;
  estate: Estate;
  now: Date;
  terminal: Terminal;
}) {
  const { options, estate, now, terminal } = given;
  const linked = options.azure
    ? findManagedCluster(estate, { name: options.cluster })
    : {};
  return observeFiles({
    paths: options.paths,
    cluster: options.cluster ?? 'files',
    armId: linked.armId,
    gaps: [...estateGaps(estate), ...(linked.gap ? [linked.gap] : [])],
    now,
    from: terminal,
  });
}

function formatted(given: {
  report: TrafficReport;
  places: ObjectPlaces | undefined;
  options: CheckOptions;
  terminal: Terminal;
}): string {
  const { report, places, options, terminal } = given;
  switch (options.format) {
    case 'json':
      return `${printableJson(report)}\n`;
    case 'sarif':
      return `${formatSarif({
        report,
        places,
        folder: terminal.cwd,
        docsUrl: options.docsUrl,
      })}\n`;
    default:
      return formatTable(report, terminal.columns);
  }
}

/** A pipeline must not turn green because there was nothing to look at. */
function refuseNothing(
  { coverage, gaps, objects, cluster }: ClusterObservation,
  { paths }: CheckOptions,
): void {
  if (coverage === 'unreachable') {
    throw new InputError(
      `nothing of cluster ${cluster} could be read: ${gaps.at(-1)}`,
    );
  }
  if (paths.length > 0 && objects.length === 0) {
    throw new InputError(
      `no Kubernetes object that has to do with traffic in ${paths.join(
        ', ',
      )}; give YAML or JSON manifests, or the output of kubectl get --output yaml`,
    );
  }
}

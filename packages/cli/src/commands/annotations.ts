import { InputError } from '@backstage/errors';
import { printableJson } from 'backstage-plugin-aks-traffic-common';
import {
  annotationCatalogue,
  Estate,
  estateGaps,
  judgeIngresses,
} from 'backstage-plugin-aks-traffic-engine';
import { observeFiles } from 'backstage-plugin-aks-traffic-node';
import { findManagedCluster } from '../input/findManagedCluster';
import { readAzureRows } from '../input/readAzureRows';
import {
  catalogueMarkdown,
  catalogueTable,
} from '../output/annotations/formatCatalogue';
import { judgedIngressesTable } from '../output/annotations/formatJudgedIngresses';
import { Terminal } from '../Terminal';

/** What `annotations` was asked for. */
export interface AnnotationsOptions {
  /** Manifests to judge; the catalogue is printed when there are none. */
  paths: string[];
  azure?: string[];
  cluster?: string;
  format: 'table' | 'json' | 'markdown';
}

/**
 * Prints the catalogue of annotations of ingress-nginx, or judges those of the Ingresses in files.
 *
 * @throws InputError when there is no Ingress in the files, after saying what could not be read.
 */
export async function annotations(
  options: AnnotationsOptions,
  terminal: Terminal,
): Promise<void> {
  if (options.paths.length > 0) {
    await judgeFiles(options, terminal);
  } else {
    printCatalogue(options, terminal);
  }
}

function printCatalogue(
  { format, azure, cluster }: AnnotationsOptions,
  terminal: Terminal,
): void {
  if (azure !== undefined || cluster !== undefined) {
    throw new InputError(
      'no files to judge: --azure and --cluster are about those; name files, or leave the options out',
    );
  }
  switch (format) {
    case 'json':
      terminal.writeOutput(`${printableJson(annotationCatalogue)}\n`);
      break;
    case 'markdown':
      terminal.writeOutput(catalogueMarkdown(annotationCatalogue));
      break;
    default:
      terminal.writeOutput(
        catalogueTable(annotationCatalogue, terminal.columns),
      );
  }
}

async function judgeFiles(
  options: AnnotationsOptions,
  terminal: Terminal,
): Promise<void> {
  const { paths, format } = options;
  if (format === 'markdown') {
    throw new InputError(
      'verdicts on files are printed as table or json; markdown is for the catalogue alone',
    );
  }
  const given = options.azure && (await readAzureRows(options.azure, terminal));
  const estate: Estate = given ?? { rows: [], gaps: [], readTypes: [] };
  const linked = given
    ? findManagedCluster(estate, { name: options.cluster })
    : {};
  const { observation } = await observeFiles({
    paths,
    cluster: options.cluster ?? 'files',
    armId: linked.armId,
    gaps: [...estateGaps(estate), ...(linked.gap ? [linked.gap] : [])],
    now: terminal.now(),
    from: terminal,
  });
  const ingresses = judgeIngresses(observation, estate);
  const { gaps } = observation;
  terminal.writeOutput(
    format === 'json'
      ? `${printableJson({ ingresses, gaps })}\n`
      : judgedIngressesTable({ ingresses, gaps, columns: terminal.columns }),
  );
  if (ingresses.length === 0) {
    throw new InputError(
      `no Ingress in ${paths.join(
        ', ',
      )}; give YAML or JSON manifests, or the output of kubectl get --output yaml`,
    );
  }
}

import { Command, Option } from 'commander';
import { Terminal } from '../Terminal';
import { annotations, AnnotationsOptions } from './annotations';
import { azureOption } from './azureOption';

const examples = `
Without files, prints the catalogue: what each annotation does and what becomes of it at each target. With files, judges
the Ingresses in them, with the controllers and classes that are there too.

Examples:
  aks-traffic annotations
  aks-traffic annotations --format json
  aks-traffic annotations deploy/ --azure rows.json --cluster aks-shop`;

/** Adds the command that prints the catalogue of annotations, or judges those of manifests. */
export function addAnnotationsCommand(
  program: Command,
  terminal: Terminal,
): void {
  program
    .command('annotations')
    .description(
      'Print the catalogue of annotations of ingress-nginx, or judge those of manifests',
    )
    .argument(
      '[paths...]',
      'files, folders (searched for .yaml, .yml and .json), or - for standard input',
    )
    .addOption(azureOption())
    .option(
      '--cluster <name>',
      'name of the managed cluster in the Azure rows, whose version decides what can be had',
    )
    .addOption(
      new Option(
        '--format <format>',
        'output format; markdown without files only',
      )
        .choices(['table', 'json', 'markdown'])
        .default('table'),
    )
    .addHelpText('after', examples)
    .action(
      async (paths: string[], options: Omit<AnnotationsOptions, 'paths'>) => {
        await annotations({ paths, ...options }, terminal);
      },
    );
}

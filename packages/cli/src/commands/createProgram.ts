import { Command, InvalidArgumentError, Option } from 'commander';
import { severities } from '../output/findings';
import { Terminal } from '../Terminal';
import { check, CheckOptions } from './check';
import { parseDate } from './parseDate';

const examples = `
Exit codes:
  0  the report was printed
  1  there are findings at or above --fail-on
  2  the input cannot be used

Examples:
  aks-traffic check deploy/
  helm template . | aks-traffic check - --fail-on high
  kubectl get svc,ing,deploy -A -o yaml | aks-traffic check - --azure rows.json --cluster aks-shop --format json`;

/** The command line. The exit code of a command is handed to `finish`, because commander has no result of its own. */
export function createProgram(
  terminal: Terminal,
  finish: (code: number) => void,
): Command {
  const program = new Command('aks-traffic')
    .description(
      'Ingress, exposure, egress and retirement verdicts for Kubernetes manifests on AKS',
    )
    .configureOutput({
      writeOut: terminal.writeOutput,
      writeErr: terminal.writeError,
    })
    .showHelpAfterError('(aks-traffic check --help says how it is used)')
    .exitOverride();
  addCheckCommand(program, terminal, finish);
  return program;
}

function addCheckCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: number) => void,
): void {
  program
    .command('check')
    .description('Judge Kubernetes manifests and print the report')
    .argument(
      '<paths...>',
      'files, folders (searched for .yaml, .yml and .json), or - for standard input',
    )
    .option(
      '--azure <path>',
      'file or folder of Azure rows as JSON, as az graph query prints them; can be repeated',
      (path: string, paths: string[] = []) => [...paths, path],
    )
    .option(
      '--cluster <name>',
      'name of the cluster in the report, and of its managed cluster in the Azure rows (default: "files")',
    )
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['table', 'json'])
        .default('table'),
    )
    .addOption(
      new Option(
        '--now <date>',
        'judge as of this day or time, such as 2026-12-01 (default: now)',
      ).argParser(argument => {
        const date = parseDate(argument);
        if (date === undefined) {
          throw new InvalidArgumentError(
            'Give a day such as 2026-12-01, or a time such as 2026-12-01T08:00:00Z.',
          );
        }
        return date;
      }),
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 1 when there is a finding at least as bad',
      ).choices(severities),
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Omit<CheckOptions, 'paths'>) => {
      finish(await check({ paths, ...options }, terminal));
    });
}

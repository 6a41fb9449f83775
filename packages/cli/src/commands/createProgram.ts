import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { printableLines } from 'backstage-plugin-aks-traffic-common';
import { severityOrder } from 'backstage-plugin-aks-traffic-engine';
import { Terminal } from '../Terminal';
import { addAnnotationsCommand } from './addAnnotationsCommand';
import { addMigrateCommand } from './addMigrateCommand';
import { azureOption } from './azureOption';
import { check, CheckOptions } from './check';
import { parseDate } from './parseDate';
import { parseSeverity } from './parseSeverity';

const examples = `
Exit codes:
  0  the report was printed
  1  there are findings at or above --fail-on
  2  the input cannot be used, or nothing of it could be read

What could not be read is listed under "Not seen" (coverage[].gaps in JSON, notifications in SARIF), and the rest is
judged. Unknown is not safe: files prove what they contain and nothing else. Secrets are never read.

Examples:
  aks-traffic check deploy/
  helm template . | aks-traffic check - --fail-on high
  kubectl get svc,ing,deploy -A -o yaml | aks-traffic check - --azure rows.json --cluster aks-shop --format json
  aks-traffic check --kubeconfig --context aks-shop
  aks-traffic check deploy/ --format sarif > aks-traffic.sarif`;

/** The command line. The exit code of a command is handed to `finish`, because commander has no result of its own. */
export function createProgram(
  terminal: Terminal,
  finish: (code: number) => void,
): Command {
  const program = new Command('aks-traffic')
    .description(
      'Ingress, exposure, egress and retirement verdicts for Kubernetes manifests and live clusters on AKS',
    )
    .version(version)
    .configureOutput({
      writeOut: terminal.writeOutput,
      // It repeats what was typed, which a pipeline may have taken from somewhere else.
      writeErr: text => terminal.writeError(printableLines(text)),
    })
    .showHelpAfterError('(aks-traffic --help says how it is used)')
    .exitOverride();
  addCheckCommand(program, terminal, finish);
  addMigrateCommand(program, terminal, finish);
  addAnnotationsCommand(program, terminal);
  return program;
}

function addCheckCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: number) => void,
): void {
  program
    .command('check')
    .description(
      'Judge Kubernetes manifests, or a live cluster, and print the report',
    )
    .argument(
      '[paths...]',
      'files, folders (searched for .yaml, .yml and .json), or - for standard input',
    )
    .option(
      '--kubeconfig [file]',
      'read a live cluster with this kubeconfig (default: $KUBECONFIG, or ~/.kube/config)',
    )
    .option(
      '--context <name>',
      'context of the kubeconfig (default: the current one)',
    )
    .option(
      '--dangerously-allow-insecure-tls',
      'obey insecure-skip-tls-verify of the kubeconfig: anybody on the way could then read the token',
    )
    .addOption(azureOption())
    .option(
      '--cluster <name>',
      'name of the cluster in the report, and of its managed cluster in the Azure rows (default: "files", or as in the kubeconfig)',
    )
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['table', 'json', 'sarif'])
        .default('table'),
    )
    .addOption(
      new Option(
        '--docs-url <url>',
        'where the files of this tool are published: rules in SARIF then link to their pages below it',
      ).argParser(argument => {
        if (!/^https?:\/\//.test(argument) || !URL.canParse(argument)) {
          throw new InvalidArgumentError('Give an address with https.');
        }
        return argument;
      }),
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
      ).choices(severityOrder),
    )
    .addOption(
      new Option(
        '--severity <rule=severity>',
        'severity of the findings of a rule, such as mesh-mtls=high; can be repeated',
      ).argParser(parseSeverity),
    )
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Omit<CheckOptions, 'paths'>) => {
      finish(await check({ paths, ...options }, terminal));
    });
}

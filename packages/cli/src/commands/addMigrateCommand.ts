import { Command, InvalidArgumentError, Option } from 'commander';
import { migrationTargetNames } from 'backstage-plugin-aks-traffic-engine';
import { Terminal } from '../Terminal';
import { migrate, MigrateCommandOptions } from './migrate';

const examples = `
What is printed can be applied as it is: the verdicts are comments. "decide" needs a person before the move, "check" a
look after it, "done" nothing. Nothing is applied and no cluster is asked.

Examples:
  aks-traffic migrate ingress.yaml --to approuting-istio --kubernetes-version 1.36
  kubectl get ing,ingressclass,svc,deploy -n shop -o yaml | aks-traffic migrate - --to istio --internal
  aks-traffic migrate deploy/ --to azure-alb-external --format guide > MIGRATION.md
`;

export function addMigrateCommand(
  program: Command,
  terminal: Terminal,
  finish: (code: number) => void,
): void {
  program
    .command('migrate')
    .description(
      'Move Ingresses to the Gateway API: print the objects, and what becomes of each annotation of ingress-nginx or of what serves them',
    )
    .argument(
      '<paths...>',
      'files or folders with the Ingresses, their IngressClasses, and the Services and workloads behind them; - for standard input',
    )
    .addOption(
      new Option('--to <target>', 'where to move')
        .choices(migrationTargetNames)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['yaml', 'json', 'guide'])
        .default('yaml'),
    )
    .addOption(
      new Option(
        '--kubernetes-version <version>',
        'version of the cluster, which decides the fields there are (default: only what every version has)',
      ).argParser(argument => {
        if (!/^v?\d+\.\d+(\.\d+)?$/.test(argument)) {
          throw new InvalidArgumentError('Give a version such as 1.36.');
        }
        return argument;
      }),
    )
    .option('--internal', 'give the Gateway a private address')
    .option(
      '--no-internal',
      'say that a public address is meant, which it is asked about otherwise',
    )
    .option(
      '--allow-open',
      'write routes that answer everybody where authentication or source limits have nothing that does the same',
    )
    .addOption(
      new Option(
        '--gateway <namespace/name>',
        'where the Gateway goes and what it is called (default: beside the first Ingress)',
      ).argParser(argument => {
        const [namespace, name, ...rest] = argument.split('/');
        if (![namespace, name].every(isName) || rest.length > 0) {
          throw new InvalidArgumentError('Give a name such as edge/shop.');
        }
        return { namespace, name };
      }),
    )
    .option(
      '--annotation-prefix <prefix>',
      'prefix of the annotations, if the controller was started with --annotations-prefix',
    )
    .addHelpText('after', examples)
    .action(
      async (
        paths: string[],
        options: Omit<MigrateCommandOptions, 'paths'>,
      ) => {
        finish(await migrate({ paths, ...options }, terminal));
      },
    );
}

function isName(text: string | undefined): boolean {
  return /^[a-z0-9]([-a-z0-9]{0,48}[a-z0-9])?$/.test(text ?? '');
}

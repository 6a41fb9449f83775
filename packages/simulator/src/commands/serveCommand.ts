import { Command, InvalidArgumentError, Option } from 'commander';
import { serve, ServeOptions } from './serve';

const EXAMPLES = `
Examples:
  simulator serve --estate contoso
  simulator serve --clusters 100 --services 200 --seed 7 --query-quota 0
  simulator serve --estate contoso --fault '{"target":"aks-shop-prod-weu","effect":{"kind":"hang"}}'

When everything listens, one line of JSON is printed:
  {"ready":true,"azure":{"endpoint","tenantId","caFile"},"control","clusters":[{"name","server","caFile","serviceAccountToken"?}],"identities":[{"displayName","clientId","clientSecret"}]}

While it runs, the control port (plain http) takes:
  GET    /estate                        clusters with their addresses, and the stated verdicts
  GET    /faults                        PUT /faults/<id> <json>    DELETE /faults/<id>    DELETE /faults
  PUT    /clusters/<name>/objects       creates or replaces the object in the body (JSON or YAML)
  DELETE /clusters/<name>/objects?apiVersion=..&kind=..&namespace=..&name=..
  POST   /clusters/<name>/compact       makes continue tokens and versions given out so far too old
  GET    /requests                      counts by target, resource and verb; DELETE /requests sets them to 0

A fault: {"target": "entra"|"arm"|"resource-graph"|<cluster>|"*", "resource"?: <plural>, "times"?: <n>, "effect": <effect>}
Effects: {"kind":"refuse"} {"kind":"hang"} {"kind":"slow","delayMs":n} {"kind":"cut","fraction":0..1} {"kind":"html"}
  {"kind":"nonsense"} {"kind":"echo","status"?:n,"encoding"?:"base64"|"url"} {"kind":"redirect","location":url} {"kind":"garbled"} {"kind":"rewrite","text":a,"by":b} {"kind":"not-found"}
  {"kind":"hidden","id":prefix} {"kind":"truncated"} {"kind":"lost-skip-token"}
  {"kind":"unauthorized"} {"kind":"forbidden"} {"kind":"server-error","status":n} {"kind":"throttled","retryAfterSeconds"?:n}
  {"kind":"expired-continue"} {"kind":"short-tokens","lifetimeSeconds":n} {"kind":"clock-skew","seconds":n}`;

/** `simulator serve` */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('Starts everything and runs until it is stopped')
    .addOption(
      new Option(
        '--estate <name|folder>',
        'an estate of this package, or a folder with an estate.yaml',
      ).conflicts(['clusters', 'services', 'seed']),
    )
    .option('--clusters <n>', 'clusters of a generated estate', toCount)
    .option('--services <n>', 'services in each cluster of it', toCount)
    .option('--seed <n>', 'equal seeds generate equal estates', toCount)
    .option(
      '--port <n>',
      "port of Azure's https origin (default: free)",
      toPort,
    )
    .option(
      '--control-port <n>',
      'port of the control server (default: free)',
      toPort,
    )
    .option(
      '--cluster-port <n>',
      'port of the first cluster, the next ones count up (default: free)',
      toPort,
    )
    .option(
      '--ca-file <file>',
      "where to write Azure's certificate authority as PEM",
    )
    .option(
      '--cluster-ca-file <file>',
      "where to write the clusters' certificate authority as PEM",
    )
    .option(
      '--fault <json>',
      'a fault to begin with; may be given several times',
      (value: string, previous: string[]) => [...previous, value],
      [],
    )
    .option(
      '--query-quota <n>',
      'Resource Graph queries in 5 s for each identity, 0 for no limit',
      toCount,
      15,
    )
    .option(
      '--bookmark-interval <ms>',
      'milliseconds between the bookmarks of a watch',
      toCount,
      60_000,
    )
    .option('--exit-with-parent', 'stop when standard input is closed', false)
    .addHelpText('after', EXAMPLES)
    .action((options: ServeOptions) => serve(options));
}

function toCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) {
    throw new InvalidArgumentError('A whole number is wanted.');
  }
  return Number(value);
}

function toPort(value: string): number {
  const port = toCount(value);
  if (port > 65535) {
    throw new InvalidArgumentError('A port is at most 65535.');
  }
  return port;
}

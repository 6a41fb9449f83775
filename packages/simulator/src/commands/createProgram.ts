import { Command } from 'commander';
import { checkQueries } from './checkQueries';
import { addServeCommand } from './serveCommand';

/** The simulator's command line. */
export function createProgram(): Command {
  const program = new Command('simulator')
    .description(
      'Entra ID, Azure Resource Manager, Resource Graph and Kubernetes API servers on loopback',
    )
    .showHelpAfterError();
  addServeCommand(program);
  program
    .command('check-query')
    .description(
      "Parses and binds Resource Graph queries with Microsoft's parser and checks Resource Graph's limits; prints one line of JSON per file",
    )
    .argument('<files...>', 'KQL files')
    .action((files: string[]) => {
      const results = checkQueries(files);
      for (const result of results) {
        process.stdout.write(`${JSON.stringify(result)}\n`);
      }
      process.exitCode = results.every(result => result.ok) ? 0 : 1;
    });
  return program;
}

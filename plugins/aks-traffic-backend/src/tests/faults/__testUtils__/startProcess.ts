import { spawn } from 'node:child_process';
import { Knex } from 'knex';

/** A process of a test, to be killed as the kernel kills what uses too much memory. */
export interface VictimProcess {
  /** What it wrote to its error stream. */
  errors(): string;
  kill(): Promise<void>;
}

/** Runs a file of TypeScript with one argument, which it gets as JSON. */
export function startProcess(file: string, order: object): VictimProcess {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      file,
      JSON.stringify(order),
    ],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const exited = new Promise(done => child.once('exit', done));
  let errors = '';
  child.stderr.on('data', chunk => {
    errors += chunk;
  });
  return {
    errors: () => errors,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** How to connect to the database of a test once more: knex hides the password from whoever enumerates the settings. */
export function connectionOf(client: Knex): object {
  const { connection } = client.client.config;
  return { ...connection, password: connection.password };
}

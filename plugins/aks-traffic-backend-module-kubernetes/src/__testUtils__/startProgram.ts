import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** A program of this repository that runs beside the tests. */
export interface RunningProgram {
  /** The first line that it prints. */
  firstLine: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a program from its sources, in a process of its own.
 *
 * @param path - from the root of the repository.
 */
export function startProgram(path: string, args: string[]): RunningProgram {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      // Ends with this process, however that ends.
      '--require',
      resolve(root, 'scripts/launch/exitWithParent.cjs'),
      resolve(root, path),
      ...args,
    ],
    { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let output = '';
  let errors = '';
  child.stderr.on('data', chunk => {
    errors += chunk;
  });
  const exited = once(child, 'exit');
  const firstLine = new Promise<string>((done, fail) => {
    child.stdout.on('data', chunk => {
      output += chunk;
      if (output.includes('\n')) {
        done(output.slice(0, output.indexOf('\n')));
      }
    });
    exited.then(([code]) =>
      fail(new Error(`${path} ended with ${code}: ${errors}`)),
    );
  });
  // Whoever does not wait for it need not hear of it.
  firstLine.catch(() => {});
  return {
    firstLine,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

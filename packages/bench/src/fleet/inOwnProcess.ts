import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';

/**
 * Runs a command of this program in a process of its own and reads the JSON that it prints, so that memory and CPU are
 * of that work alone.
 *
 * @throws Error when it fails; what it says about that is on standard error.
 */
export async function inOwnProcess<Result>(
  command: string,
  /** By name; those that have no value are true, and those that are not given undefined. */
  options: Record<string, string | number | true | undefined>,
): Promise<Result> {
  const args = Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) {
      return [];
    }
    return value === true ? [`--${name}`] : [`--${name}`, `${value}`];
  });
  const child = spawn(
    process.execPath,
    [...process.execArgv, process.argv[1], command, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = new Promise<number | null>(done => child.once('exit', done));
  const result = json(child.stdout).catch(() => undefined);
  const code = await exited;
  if (code !== 0) {
    throw new Error(`${[command, ...args].join(' ')} ended with ${code}`);
  }
  return (await result) as Result;
}

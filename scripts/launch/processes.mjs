import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { LaunchError } from './log.mjs';

const running = new Set();

/**
 * Starts a child that is stopped with the launcher.
 *
 * @remarks
 * With `group` the child leads a process group of its own, and its children are stopped with it: the Backstage CLI
 * does not pass a signal on to what it started.
 */
export function start(command, args, { group = false, ...options } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    detached: group,
    ...options,
  });
  const signal = name => {
    if (child.pid === undefined) {
      return;
    }
    try {
      process.kill(group ? -child.pid : child.pid, name);
    } catch {
      // It ended in the meantime.
    }
  };
  const exited = new Promise(resolve => {
    child.once('error', error => resolve({ error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const entry = { signal, exited };
  running.add(entry);
  exited.then(() => running.delete(entry));
  return { child, exited };
}

/** Asks every child to stop, then insists. */
export async function stopAll(graceMs = 8_000) {
  const entries = [...running];
  for (const { signal } of entries) {
    signal('SIGTERM');
  }
  const insist = setTimeout(() => {
    for (const { signal } of entries) {
      signal('SIGKILL');
    }
  }, graceMs);
  await Promise.all(entries.map(({ exited }) => exited));
  clearTimeout(insist);
}

/**
 * Resolves with the conventional exit code when the launcher is asked to stop.
 *
 * @remarks
 * A signal sent to npm alone ends npm and the shell between it and the launcher, and never arrives here: a parent
 * that is gone counts as the request.
 */
export function stopRequested() {
  const parent = process.ppid;
  return new Promise(resolve => {
    process.on('SIGINT', () => resolve(130));
    process.on('SIGTERM', () => resolve(143));
    process.on('SIGHUP', () => resolve(129));
    const watch = setInterval(() => {
      if (process.ppid !== parent) {
        resolve(143);
      }
    }, 500);
    watch.unref();
  });
}

/** Runs a command to its end with the launcher's own streams and resolves with its exit code. */
export async function runToEnd(command, args, options = {}) {
  const { exited } = start(command, args, { stdio: 'inherit', ...options });
  const { error, code, signal } = await exited;
  if (error) {
    throw new LaunchError(`cannot run ${command}: ${error.message}`);
  }
  return signal ? 1 : code;
}

/** Runs a command whose failure ends the step; its output is shown only then. */
export async function runQuietly(command, args, options = {}) {
  const { child, exited } = start(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  const output = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.stderr.on('data', chunk => output.push(chunk));
  const { error, code } = await exited;
  const text = Buffer.concat(output).toString('utf8');
  if (error || code !== 0) {
    process.stderr.write(text);
    throw new LaunchError(
      error
        ? `cannot run ${command}: ${error.message}`
        : `${command} ${args.join(
            ' ',
          )} ended with exit code ${code}; its output is above`,
    );
  }
  return text;
}

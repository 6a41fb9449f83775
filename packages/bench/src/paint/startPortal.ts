import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { until } from '../card/CardServer';

/** Reads nothing by itself: what is shown is what was seeded. */
const never = {
  frequency: { trigger: 'manual' },
  timeout: { minutes: 2 },
};

/**
 * Starts the demo portal's backend, with its built frontend, on databases in a folder.
 *
 * @returns Its address, and the way to stop it.
 */
export async function startPortal(options: {
  folder: string;
  port: number;
}): Promise<{ url: string; stop(): Promise<void> }> {
  const { folder, port } = options;
  const url = `http://localhost:${port}`;
  const file = join(folder, 'app-config.yaml');
  writeFileSync(
    file,
    JSON.stringify({
      app: { title: 'Benchmark', baseUrl: url, packages: 'all' },
      organization: { name: 'Benchmark' },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        csp: { 'upgrade-insecure-requests': false },
        database: {
          client: 'better-sqlite3',
          connection: { directory: folder },
        },
      },
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
      permission: { enabled: true },
      aksTraffic: { schedule: never, staleAfter: { days: 1 } },
    }),
  );
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      // Beside this program, from its sources too.
      resolve(dirname(process.argv[1]), '../../backend/src/index.ts'),
      ...['--config', file],
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
    },
  );
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await exited;
  };
  try {
    await until('the portal is ready', async () => {
      if (child.exitCode !== null) {
        throw new Error(`The portal ended with ${child.exitCode}`);
      }
      const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
        () => ({ ok: false }),
      );
      return answer.ok;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** What the simulator says when everything listens. */
export interface SimulatorReady {
  azure: { endpoint: string; tenantId: string; caFile: string };
  /** Address of its control server. */
  control: string;
  clusters: {
    name: string;
    server: string;
    caFile: string;
    serviceAccountToken?: string;
  }[];
  identities: {
    displayName: string;
    clientId: string;
    clientSecret?: string;
  }[];
}

export interface RunningSimulator extends SimulatorReady {
  /** Sends a request to the control server and reads its JSON answer. */
  request(method: string, path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

function spawnSimulator(args: string[]) {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(root, 'packages/simulator/src/main.ts'),
      ...args,
    ],
    { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.on('data', chunk => {
    errors += chunk;
  });
  const exited = new Promise<number | null>(done => child.once('exit', done));
  return { child, exited, errors: () => errors };
}

/** Runs the simulator's `check-query` over files; one result per file. */
export async function checkQueries(
  files: string[],
): Promise<Record<string, unknown>[]> {
  const { child, exited, errors } = spawnSimulator(['check-query', ...files]);
  const results: Record<string, unknown>[] = [];
  for await (const line of createInterface(child.stdout)) {
    results.push(JSON.parse(line));
  }
  await exited;
  if (results.length !== files.length) {
    throw new Error(`check-query ended early: ${errors()}`);
  }
  return results;
}

/** Starts the simulator and waits until everything listens. */
export async function startSimulator(
  args: string[],
): Promise<RunningSimulator> {
  const { child, exited, errors } = spawnSimulator([
    'serve',
    '--exit-with-parent',
    ...args,
  ]);
  const ready = await Promise.race([
    new Promise<SimulatorReady>(done =>
      createInterface(child.stdout).once('line', line =>
        done(JSON.parse(line)),
      ),
    ),
    exited.then(code => {
      throw new Error(`The simulator ended with ${code}: ${errors()}`);
    }),
  ]);
  return {
    ...ready,
    request: async (method, path, body) => {
      const response = await fetch(`${ready.control}${path}`, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      });
      if (!response.ok) {
        throw new Error(`${method} ${path}: ${await response.text()}`);
      }
      const text = await response.text();
      return text ? JSON.parse(text) : undefined;
    },
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

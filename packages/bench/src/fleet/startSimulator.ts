import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Where a simulated fleet is, and who may read it. */
export interface FleetAddress {
  azure: { endpoint: string; tenantId: string; caFile: string };
  clusters: { name: string; server: string; caFile: string }[];
  identities: { clientId: string; clientSecret: string }[];
}

/** A simulated fleet, in a process of its own. */
export interface SimulatedFleet extends FleetAddress {
  /** How often its servers were asked since the counters were set back. */
  requests(): Promise<
    { target: string; resource: string; verb: string; count: number }[]
  >;
  /** Asks the control server for something; the answer is undefined where it has none. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts a generated fleet and waits until everything listens. What the simulator complains of is on standard error. */
export async function startSimulator(options: {
  clusters: number;
  services: number;
  /** Resource Graph queries in five seconds; without a limit when absent. */
  queryQuota?: number;
}): Promise<SimulatedFleet> {
  const { clusters, services, queryQuota = 0 } = options;
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      // Beside this program, from its sources too.
      resolve(dirname(process.argv[1]), '../../simulator/src/main.ts'),
      ...['serve', '--exit-with-parent', '--seed', '7'],
      ...['--clusters', `${clusters}`, '--services', `${services}`],
      ...['--query-quota', `${queryQuota}`],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(([code]) => {
      throw new Error(`The simulator ended with ${code}`);
    }),
  ]);
  const ready = JSON.parse(line);
  const control = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${ready.control}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${text}`);
    }
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    ...ready,
    control,
    requests: async () => (await control('GET', '/requests')).requests,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

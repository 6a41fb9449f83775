import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(__dirname, '../../../..');

/** What the simulator says of a cluster. */
export interface SimulatedCluster {
  name: string;
  server: string;
  caFile: string;
  serviceAccountToken?: string;
}

/** A simulator in a process of its own. */
export interface Simulator {
  /** Address of its control port. */
  control: string;
  clusters: SimulatedCluster[];
  stop(): void;
}

/** Starts the simulator with the Contoso estate on free ports. */
export async function startSimulator(): Promise<Simulator> {
  const simulator = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(root, 'packages/simulator/src/main.ts'),
      'serve',
      '--exit-with-parent',
      '--estate',
      'contoso',
    ],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const line = await new Promise<string>((done, fail) => {
    createInterface(simulator.stdout).once('line', done);
    simulator.once('exit', code =>
      fail(new Error(`The simulator ended with ${code}`)),
    );
  });
  return { ...JSON.parse(line), stop: () => simulator.kill() };
}

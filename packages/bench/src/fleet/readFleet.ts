import { killClusters, reviveClusters } from './faults';
import { Reader, SweepFigures } from './Reader';
import { SimulatedFleet, startSimulator } from './startSimulator';

/** What one process did. */
export interface FleetFigures {
  alive: SweepFigures[];
  /** The same fleet with five dead clusters in it; empty unless asked for. */
  withDead: SweepFigures[];
  /** Highest resident memory, in megabytes. */
  peakMb: number;
}

/** The sweeps that count begin when code is compiled and buffers have their size, as in a backend that runs for long. */
const warmUp = { clusters: 10, services: 200, sweeps: 2 };

/** Reads a fleet several times, each time into an empty database. */
export async function readFleet(options: {
  clusters: number;
  services: number;
  sweeps: number;
  dead: boolean;
}): Promise<FleetFigures> {
  await withReader(warmUp, async reader => {
    for (let sweep = 0; sweep < warmUp.sweeps; sweep += 1) {
      await reader.sweep();
    }
  });
  return withReader(options, async (reader, simulator) => {
    const alive: SweepFigures[] = [];
    const withDead: SweepFigures[] = [];
    for (let sweep = 0; sweep < options.sweeps; sweep += 1) {
      alive.push(await reader.sweep());
      if (options.dead) {
        await killClusters(simulator);
        withDead.push(await reader.sweep());
        await reviveClusters(simulator);
      }
    }
    return { alive, withDead, peakMb: peakMb() };
  });
}

async function withReader<Result>(
  { clusters, services }: { clusters: number; services: number },
  action: (reader: Reader, simulator: SimulatedFleet) => Promise<Result>,
): Promise<Result> {
  const simulator = await startSimulator({ clusters, services });
  try {
    return await action(new Reader(simulator), simulator);
  } finally {
    await simulator.stop();
  }
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

import { SimulatedFleet } from './startSimulator';

/** Five ways in which a cluster can be dead: none of them answers, each fails at another point. */
export const waysToBeDead = [
  { kind: 'refuse' },
  { kind: 'hang' },
  { kind: 'cut', fraction: 0.5 },
  { kind: 'html' },
  { kind: 'server-error', status: 503 },
] as const;

/** Lets one cluster of the fleet fail in each of the ways. */
export async function killClusters(simulator: SimulatedFleet): Promise<void> {
  for (const [index, effect] of waysToBeDead.entries()) {
    // Spread over the fleet, as it would happen.
    const { clusters } = simulator;
    const place = Math.floor((index * clusters.length) / waysToBeDead.length);
    await simulator.control('PUT', `/faults/dead-${index}`, {
      target: clusters[place].name,
      effect,
    });
  }
}

/** Brings all of them back. */
export async function reviveClusters(simulator: SimulatedFleet): Promise<void> {
  await simulator.control('DELETE', '/faults');
}

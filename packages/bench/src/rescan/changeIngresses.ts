import { createCollector } from '../fleet/createCollector';
import { SimulatedFleet } from '../fleet/startSimulator';

/** Changes an annotation of some of the Ingresses of the first cluster, evenly spread, and tells of how many. */
export async function changeIngresses(
  fleet: SimulatedFleet,
  share: number,
): Promise<number> {
  const signal = new AbortController().signal;
  const collector = createCollector(fleet);
  const { clusters } = await collector.discover(signal);
  const { objects } = await collector.observe(clusters[0], signal);
  const ingresses = objects.filter(({ kind }) => kind === 'Ingress');
  const every = Math.round(1 / share);
  const changed = ingresses.filter((_, index) => index % every === 0);
  for (const ingress of changed) {
    await fleet.control('PUT', `/clusters/${clusters[0].name}/objects`, {
      ...ingress,
      metadata: {
        ...ingress.metadata,
        annotations: {
          'nginx.ingress.kubernetes.io/proxy-body-size': '64m',
        },
      },
    });
  }
  return changed.length;
}

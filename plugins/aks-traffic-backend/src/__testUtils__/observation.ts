import {
  ClusterObservation,
  Estate,
  ReadState,
} from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import { Discovery } from '../collect/types';

/** A cluster that can be read, made up. */
export function location(name: string): ClusterLocation {
  return {
    name,
    source: 'config',
    server: 'https://cluster.test',
    access: { kind: 'token', getToken: async () => ({ token: 'made up' }) },
  };
}

/** An estate without rows in which nothing failed. */
export function estate(overrides: Partial<Estate> = {}): Estate {
  return { rows: [], gaps: [], readTypes: [], ...overrides };
}

/** A complete discovery of clusters that can be read. */
export function discovery(
  names: string[],
  overrides: Partial<Discovery> = {},
): Discovery {
  return {
    estate: estate(),
    clusters: names.map(location),
    gaps: [],
    outdated: [],
    complete: true,
    ...overrides,
  };
}

/** A reading without objects. `reads` gives the state by resource of the core group, or `resource.group`. */
export function observation(
  options: Partial<Omit<ClusterObservation, 'reads'>> & {
    reads?: Record<string, ReadState>;
  } = {},
): ClusterObservation {
  const { reads = { services: 'complete' }, ...overrides } = options;
  return {
    cluster: 'alpha',
    observedAt: '2026-11-22T10:00:00.000Z',
    coverage: 'complete',
    gaps: [],
    origin: 'api',
    objects: [],
    ...overrides,
    reads: Object.entries(reads).map(([kind, state]) => {
      const [resource, ...group] = kind.split('.');
      return {
        group: group.join('.'),
        resource,
        state,
        ...(!['complete', 'not-installed'].includes(state) && {
          gap: `${kind} is ${state}.`,
        }),
      };
    }),
  };
}

/** A cluster that did not let itself be read. */
export function unreachable(cluster: string): ClusterObservation {
  return observation({
    cluster,
    coverage: 'unreachable',
    observedAt: undefined,
    gaps: ['Connection refused.'],
    reads: {},
  });
}

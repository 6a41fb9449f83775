import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { azureConfiguration } from '../../../__testUtils__/azureConfiguration';
import { eventually } from '../../../__testUtils__/eventually';
import {
  RunningSimulator,
  startSimulator,
} from '../../../__testUtils__/runSimulator';
import {
  createTestStore,
  listClusters,
  listServices,
} from '../../../__testUtils__/storeTest';
import { DefaultTrafficStore } from '../../../store/DefaultTrafficStore';
import { DefaultWatchStore } from '../../../store/DefaultWatchStore';
import { StoredWatch } from '../../../store/watchTypes';
import { FaultSwitch } from './Fault';
import { keptOf, victim } from './keptOf';
import { SeenFault } from './reliabilityPage';
import { WatchReplica } from './WatchReplica';

/** Something that is done to a watched cluster. */
export type WatchStep =
  /** A Service is added to it. */
  | 'change'
  | { disturb: 'end' | 'cut' | 'garble' | 'silence'; resource?: string }
  | { switch: Omit<FaultSwitch, 'target'> }
  | { forgetVersions: true }
  /** Another cluster takes its place, at another address, with the same Services. */
  | { recreate: true }
  /** Clusters are looked for, and those that are not watched are read. */
  | 'sweep';

/** One thing that goes wrong with the watches of a cluster, and what becomes of it. */
export interface WatchFault {
  /** A clause without a full stop, unique. */
  fault: string;
  steps: WatchStep[];
  seen: 'watched' | 'polled';
  /** A part of the reason that it is not watched. */
  because?: RegExp;
  /** The reason as the page tells it, where it is chance which kind fails first. */
  inShort?: string;
  /** The change cannot be seen: the cluster is stale instead. */
  stale?: true;
}

interface Sight {
  watch: StoredWatch;
  services: ServiceTraffic[];
  state: 'fresh' | 'stale';
}

const added = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'added-meanwhile', namespace: 'default' },
  spec: { type: 'ClusterIP', ports: [{ port: 80 }] },
};

const isAdded = ({ cluster, service }: ServiceTraffic) =>
  cluster === victim && service === added.metadata.name;

function expectSight(
  sight: Sight,
  fault: Pick<WatchFault, 'seen' | 'because' | 'stale'>,
): Sight {
  const { watch, services, state } = sight;
  expect(watch.since ? 'watched' : 'polled').toBe(fault.seen);
  expect(watch.gap ?? '').toMatch(fault.because ?? /^$/);
  expect(state).toBe(fault.stale ? 'stale' : 'fresh');
  expect(services.some(isAdded)).toBe(!fault.stale);
  return sight;
}

function expectNothing(sight: Sight, before: ServiceTraffic[]): void {
  expect(sight).toEqual({
    watch: { since: expect.any(String) },
    services: before,
    state: 'fresh',
  });
}

async function expectAllWatched(watches: DefaultWatchStore): Promise<void> {
  const all = [...(await watches.readWatches()).values()];
  expect(all.filter(({ since }) => since)).toHaveLength(2);
}

/** Watches of two clusters, and one fault after the other. */
export class WatchRun {
  readonly seen: SeenFault[] = [];

  private constructor(
    readonly simulator: RunningSimulator,
    readonly store: DefaultTrafficStore,
    private readonly watches: DefaultWatchStore,
    readonly replica: WatchReplica,
    private readonly before: ServiceTraffic[],
  ) {}

  static async begin(client: Knex): Promise<WatchRun> {
    const simulator = await startSimulator([
      ...['--clusters', '2', '--services', '12', '--seed', '7'],
      ...['--query-quota', '0', '--bookmark-interval', '300'],
    ]);
    const store = await createTestStore(client);
    const watches = new DefaultWatchStore(client);
    const replica = new WatchReplica(client, configuration(simulator));
    await replica.discover();
    replica.start();
    await eventually(async () => expectAllWatched(watches));
    return new WatchRun(
      simulator,
      store,
      watches,
      replica,
      await listServices(store),
    );
  }

  async end(): Promise<void> {
    await this.replica.stop();
    await this.simulator.stop();
  }

  async suffer(suffered: WatchFault) {
    const { fault, steps, seen, inShort, stale } = suffered;
    for (const [index, step] of steps.entries()) {
      await this.take(step, index);
    }
    const { watch, services } = await eventually(async () =>
      expectSight(await this.look(), suffered),
    );
    const kept = keptOf(
      this.before,
      services.filter(service => !isAdded(service)),
    );
    this.seen.push({
      fault,
      seen: `${stale ? 'stale' : 'the change'}; ${seen}${
        watch.gap ? `: ${inShort ?? watch.gap}` : ''
      }`,
      kept,
    });
    await this.recover();
    return kept;
  }

  async change(object: object = added, cluster = victim): Promise<void> {
    await this.simulator.request('PUT', `/clusters/${cluster}/objects`, object);
  }

  async remove(name = added.metadata.name, cluster = victim): Promise<void> {
    await this.simulator.request(
      'DELETE',
      `/clusters/${cluster}/objects?apiVersion=v1&kind=Service&namespace=default&name=${name}`,
    );
  }

  private async take(step: WatchStep, index: number): Promise<void> {
    const { simulator } = this;
    if (step === 'change') {
      await this.change();
    } else if (step === 'sweep') {
      await this.replica.discover();
    } else if ('disturb' in step) {
      await simulator.request('POST', `/clusters/${victim}/watches`, {
        how: step.disturb,
        resource: step.resource,
      });
    } else if ('switch' in step) {
      await simulator.request('PUT', `/faults/${index}`, {
        target: victim,
        ...step.switch,
      });
    } else {
      const action = 'recreate' in step ? 'recreate' : 'compact';
      await simulator.request('POST', `/clusters/${victim}/${action}`);
    }
    // What was on its way arrives before what comes next.
    await sleep(100);
  }

  private async recover(): Promise<void> {
    await this.simulator.request('DELETE', '/faults');
    await this.remove();
    await eventually(async () => {
      // A cluster that could not be read is read again with the next sweep.
      await this.replica.discover();
      expectNothing(await this.look(), this.before);
    });
  }

  private async look(): Promise<Sight> {
    const clusters = await listClusters(this.store);
    const { failureGaps } = clusters.find(({ name }) => name === victim)!;
    return {
      watch: (await this.watches.readWatches()).get(victim) ?? {},
      services: await listServices(this.store),
      state: failureGaps.length > 0 ? 'stale' : 'fresh',
    };
  }
}

/** What app-config says to watch the simulated clusters. */
export function configuration(simulator: RunningSimulator) {
  return {
    azure: { ...azureConfiguration(simulator), timeout: '30s' },
    kubernetes: { requestTimeout: '2s', clusterTimeout: '10s' },
  };
}

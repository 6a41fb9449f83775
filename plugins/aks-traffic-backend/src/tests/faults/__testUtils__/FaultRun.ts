import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Knex } from 'knex';
import {
  RunningSimulator,
  startSimulator,
} from '../../../__testUtils__/runSimulator';
import { createTestStore } from '../../../__testUtils__/storeTest';
import { Fault, Kept } from './Fault';
import { FaultBench } from './FaultBench';
import { keptOf, victim } from './keptOf';
import { SeenFault } from './reliabilityPage';
import { Sight } from './readSight';

/** What a fault did, or must do. */
export interface FaultOutcome {
  state: string;
  kept: string;
  /** Whether the user is told anything, and the reason that was expected is among it. */
  told: boolean;
  /** Everything the user is told, where that is not what was expected. */
  unexpected?: string[];
  /** Whether everything was back one sweep after the fault. */
  recovered: boolean;
}

/** Faults one after the other: each is switched on, swept with, looked at, switched off and swept away again. */
export class FaultRun {
  readonly seen: SeenFault[] = [];

  private constructor(
    private readonly simulator: RunningSimulator,
    private readonly bench: FaultBench,
    /** What is seen without a fault. */
    readonly before: Sight,
  ) {}

  static async begin(client: Knex): Promise<FaultRun> {
    const simulator = await startSimulator([
      ...['--clusters', '2', '--services', '12', '--seed', '7'],
      ...['--query-quota', '0'],
    ]);
    await createTestStore(client);
    const bench = new FaultBench(simulator, client);
    await bench.sweep();
    return new FaultRun(simulator, bench, await bench.look());
  }

  async end(): Promise<void> {
    await this.simulator.stop();
  }

  async suffer(fault: Fault): Promise<FaultOutcome> {
    const during = await this.lookDuring(fault);
    await this.bench.sweep();
    const after = await this.bench.look();

    const { state, gaps } = during.coverage.get(victim)!;
    const reasons = [...new Set([...gaps, ...during.gaps])];
    const reason = reasons.find(each => fault.because?.test(each));
    const kept = keptOf(this.before.services, during.services);
    this.seen.push({
      fault: fault.fault,
      seen: reason
        ? `${state}: ${fault.inShort ?? reason}`
        : unexplained(fault.kept),
      kept,
    });
    return {
      state,
      kept,
      told: reason !== undefined,
      unexpected: reason || reasons.length === 0 ? undefined : reasons,
      recovered: isDeepStrictEqual(
        [after.coverage.get(victim)?.state, after.gaps, after.services],
        ['complete', [], this.before.services],
      ),
    };
  }

  private async interfere(options: NonNullable<Fault['whileReading']>) {
    const { simulator } = this;
    await simulator.request('DELETE', '/requests');
    while ((await this.podRequests()) < options.podRequests) {
      await sleep(20);
    }
    for (const { method, path, body } of options.requests) {
      await simulator.request(method, path, body);
    }
  }

  private async podRequests(): Promise<number> {
    const { requests } = (await this.simulator.request('GET', '/requests')) as {
      requests: { target: string; resource: string; count: number }[];
    };
    return requests
      .filter(
        ({ target, resource }) => target === victim && resource === 'pods',
      )
      .reduce((sum, { count }) => sum + count, 0);
  }

  private async lookDuring(fault: Fault): Promise<Sight> {
    const { simulator, bench } = this;
    const { switches = [], requests = [], undo = [] } = fault;
    const { impatient, pageSize, restarted } = fault;
    const replica = { impatient, pageSize };
    if (impatient || pageSize) {
      // Nothing new for the database; the backend learns what it remembers.
      await bench.sweep(replica);
    }
    for (const [index, each] of switches.entries()) {
      await simulator.request('PUT', `/faults/${index}`, each);
    }
    for (const { method, path, body } of requests) {
      await simulator.request(method, path, body);
    }
    for (let sweep = 0; sweep < (fault.sweeps ?? 1); sweep += 1) {
      const swept = bench.sweep({ ...replica, restarted });
      await (fault.whileReading && this.interfere(fault.whileReading));
      await swept;
    }
    const during = await bench.look();
    await simulator.request('DELETE', '/faults');
    for (const { method, path, body } of undo) {
      await simulator.request(method, path, body);
    }
    return during;
  }
}

/** What is seen of a fault that the user is not told about. */
function unexplained(kept: Kept): string {
  return kept === 'every verdict'
    ? 'nothing'
    : 'the verdicts on the new cluster, and none on the one before';
}

/** What a fault states of itself. */
export function outcomeOf(fault: Fault): FaultOutcome {
  return {
    state: fault.seen,
    kept: fault.kept,
    told: fault.because !== undefined,
    recovered: true,
  };
}

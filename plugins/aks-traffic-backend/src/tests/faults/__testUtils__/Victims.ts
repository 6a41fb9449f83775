import { Knex } from 'knex';
import { connectionOf, startProcess, VictimProcess } from './startProcess';
import { VictimOrder } from './victimProcess';

/** Processes of a test on its database, which are all dead in the end. */
export class Victims {
  private readonly processes: VictimProcess[] = [];

  start(client: Knex, work: VictimOrder['work']): VictimProcess {
    const victim = startProcess(require.resolve('./victimProcess'), {
      connection: connectionOf(client),
      work,
    } satisfies VictimOrder);
    this.processes.push(victim);
    return victim;
  }

  async killAll(): Promise<void> {
    await Promise.all(this.processes.splice(0).map(victim => victim.kill()));
  }
}

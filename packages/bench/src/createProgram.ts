import { Command } from 'commander';
import { addCard } from './commands/addCard';
import { addDashboard } from './commands/addDashboard';
import { addDiscover } from './commands/addDiscover';
import { addEngine } from './commands/addEngine';
import { addFleet } from './commands/addFleet';
import { addPaint } from './commands/addPaint';
import { addRescan } from './commands/addRescan';
import { addScan } from './commands/addScan';
import { addStore } from './commands/addStore';
import { addWatch } from './commands/addWatch';

/** The command line of the benchmarks: one command each, all with the same shape of answer. */
export function createProgram(): Command {
  const program = new Command('bench')
    .description(
      'Benchmarks. Figures depend on the machine; ratios are taken within one run and compare between machines.',
    )
    .showHelpAfterError();
  addCard(program);
  addEngine(program);
  addDashboard(program);
  addDiscover(program);
  addFleet(program);
  addPaint(program);
  addScan(program);
  addRescan(program);
  addStore(program);
  addWatch(program);
  return program;
}

import { printableLines } from 'backstage-plugin-aks-traffic-common';
import { processTerminal } from './processTerminal';
import { runCommandLine } from './runCommandLine';

runCommandLine(process.argv.slice(2), processTerminal()).then(
  exitCode => {
    process.exitCode = exitCode;
  },
  error => {
    process.stderr.write(
      `aks-traffic: this is a mistake of the program: ${printableLines(
        String(error?.stack ?? error),
      )}\n`,
    );
    process.exitCode = 2;
  },
);

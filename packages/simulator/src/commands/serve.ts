import { faultTargets } from '../control';
import { EstateError } from '../estate';
import { Fault, FaultFormatError, parseFault } from '../faults';
import { SimulatedEstate } from '../estate/types';
import { DOCUMENTED_QUOTA } from '../resourceGraph/service';
import { startSimulator } from '../startSimulator';
import { describeError, plainText } from './describeError';
import {
  readEstate,
  ReadEstateOptions,
  UnknownEstateError,
} from './readEstate';

export interface ServeOptions extends ReadEstateOptions {
  port?: number;
  controlPort?: number;
  clusterPort?: number;
  caFile?: string;
  clusterCaFile?: string;
  /** Faults as JSON. */
  fault: string[];
  queryQuota: number;
  bookmarkInterval: number;
  exitWithParent: boolean;
}

/** Runs until a signal comes, or until standard input ends when that was asked for. */
export async function serve(options: ServeOptions): Promise<void> {
  try {
    const estate = readEstate(options);
    const simulator = await startSimulator({
      ...options,
      estate,
      faults: readFaults(options.fault, estate),
      quota: {
        ...DOCUMENTED_QUOTA,
        queries: options.queryQuota || Infinity,
      },
      bookmarkIntervalMs: options.bookmarkInterval,
      onError: error => process.stderr.write(`${describeError(error)}\n`),
    });
    stopOn(simulator.close, options.exitWithParent);
    process.stdout.write(`${JSON.stringify(simulator.ready)}\n`);
  } catch (error) {
    if (!isUsersMistake(error)) {
      throw error;
    }
    process.stderr.write(`simulator: ${plainText(error.message)}\n`);
    process.exitCode = 2;
  }
}

function readFaults(texts: string[], estate: SimulatedEstate): Fault[] {
  return texts.map((text, index) =>
    parseFault({
      value: { id: `start-${index + 1}`, ...parseJson(text) },
      targets: faultTargets(estate),
    }),
  );
}

function parseJson(text: string): object {
  try {
    return JSON.parse(text);
  } catch {
    throw new FaultFormatError(`--fault: '${text}' is not JSON`);
  }
}

function stopOn(close: () => Promise<void>, withParent: boolean): void {
  let stopping = false;
  const stop = () => {
    if (!stopping) {
      stopping = true;
      close().then(
        () => process.exit(0),
        error => {
          process.stderr.write(`${describeError(error)}\n`);
          process.exit(1);
        },
      );
    }
  };
  // Whoever started this is gone before the ready line could be written.
  process.stdout.once('error', stop);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (withParent) {
    process.stdin.resume();
    process.stdin.once('end', stop);
    process.stdin.once('close', stop);
    process.stdin.once('error', stop);
  }
}

function isUsersMistake(error: unknown): error is Error {
  return (
    error instanceof EstateError ||
    error instanceof FaultFormatError ||
    error instanceof UnknownEstateError ||
    (error instanceof Error && 'code' in error && 'syscall' in error)
  );
}

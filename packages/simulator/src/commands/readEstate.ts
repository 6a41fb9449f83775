import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generateEstate, loadEstate, SimulatedEstate } from '../estate';

const ESTATES = join(dirname(require.resolve('../../package.json')), 'estates');

/** Thrown for an estate that does not exist. */
export class UnknownEstateError extends Error {
  override name = 'UnknownEstateError';
}

export interface ReadEstateOptions {
  /** Name of an estate of this package, or a folder. */
  estate?: string;
  clusters?: number;
  services?: number;
  seed?: number;
}

/** The estate that the command line asks for. */
export function readEstate(options: ReadEstateOptions): SimulatedEstate {
  const { estate, clusters, services, seed } = options;
  if (estate === undefined && (clusters ?? services ?? seed) !== undefined) {
    return generateEstate({
      clusters: clusters ?? 10,
      services: services ?? 20,
      seed: seed ?? 1,
    });
  }
  return loadEstate(findFolder(estate ?? 'contoso'));
}

function findFolder(estate: string): string {
  const candidates = [join(ESTATES, estate), resolve(estate)];
  const found = candidates.find(folder =>
    existsSync(join(folder, 'estate.yaml')),
  );
  if (!found) {
    const known = readdirSync(ESTATES).join(', ');
    throw new UnknownEstateError(
      `'${estate}' is neither an estate of this package (${known}) nor a folder with an estate.yaml`,
    );
  }
  return found;
}

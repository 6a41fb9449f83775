import { Estate } from '../model/estate';
import { AzureIndex } from './AzureIndex';
import { collectFacts } from './collectFacts';
import { DefaultAzureIndex } from './DefaultAzureIndex';

const known = new WeakMap<Estate, AzureIndex>();

/**
 * Turns the rows of an estate into typed facts with lookups. Rows of the wrong shape are skipped and named in the
 * index's gaps.
 *
 * One estate serves many clusters, so the index of an estate is made once and remembered for as long as the estate
 * object is: estates are never changed after they are handed over.
 */
export function buildAzureIndex(estate: Estate): AzureIndex {
  const remembered = known.get(estate);
  if (remembered !== undefined) {
    return remembered;
  }
  const { tables, gaps, readTypes } = collectFacts(estate);
  const index = DefaultAzureIndex.create({
    tables,
    gaps,
    readTypes,
    unseenSubscriptions: estate.unseenSubscriptions ?? [],
  });
  known.set(estate, index);
  return index;
}

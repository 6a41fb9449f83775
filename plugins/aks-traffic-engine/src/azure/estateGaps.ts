import { Estate } from '../model/estate';
import { buildAzureIndex } from './buildAzureIndex';

/**
 * What is not known of an estate: the gaps it came with, and the rows that were skipped because of their shape.
 *
 * @public
 */
export function estateGaps(estate: Estate): readonly string[] {
  return buildAzureIndex(estate).gaps;
}

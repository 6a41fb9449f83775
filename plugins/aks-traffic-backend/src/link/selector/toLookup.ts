import { LabelRequirement } from './types';

/** A label that an index can find. */
export interface LabelLookup {
  key: string;
  /** Absent when any value will do. */
  values?: string[];
}

/**
 * Picks the requirement that narrows a search most, in a form an index can answer. Whatever meets all requirements
 * is among what the lookup finds.
 *
 * @returns `undefined` when every requirement speaks of absence, so that no index helps.
 */
export function toLookup(
  requirements: LabelRequirement[],
): LabelLookup | undefined {
  let best: LabelLookup | undefined;
  for (const requirement of requirements) {
    switch (requirement.operator) {
      case 'in':
        if (requirement.values.length < (best?.values?.length ?? Infinity)) {
          best = { key: requirement.key, values: requirement.values };
        }
        break;
      case 'exists':
      case 'greater-than':
      case 'less-than':
        best ??= { key: requirement.key };
        break;
      default:
    }
  }
  return best;
}

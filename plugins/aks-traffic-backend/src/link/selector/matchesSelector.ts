import { LabelRequirement } from './types';

function valueOf(
  labels: Record<string, string>,
  key: string,
): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/** The number a label holds, if it holds one that fits into 64 bits. */
function numberOf(value: string | undefined): bigint | undefined {
  if (value === undefined || !/^\d{1,19}$/.test(value)) {
    return undefined;
  }
  const number = BigInt(value);
  return number < 2n ** 63n ? number : undefined;
}

function meets(
  labels: Record<string, string>,
  requirement: LabelRequirement,
): boolean {
  const value = valueOf(labels, requirement.key);
  switch (requirement.operator) {
    case 'exists':
      return value !== undefined;
    case 'does-not-exist':
      return value === undefined;
    case 'in':
      return value !== undefined && requirement.values.includes(value);
    case 'not-in':
      return value === undefined || !requirement.values.includes(value);
    case 'greater-than': {
      const number = numberOf(value);
      return number !== undefined && number > requirement.bound;
    }
    default: {
      const number = numberOf(value);
      return number !== undefined && number < requirement.bound;
    }
  }
}

/** Whether an object with these labels meets every requirement. */
export function matchesSelector(
  labels: Record<string, string>,
  requirements: LabelRequirement[],
): boolean {
  return requirements.every(requirement => meets(labels, requirement));
}

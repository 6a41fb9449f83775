import {
  entriesField,
  field,
  listField,
  textField,
  textListField,
} from '../../objects/field';
import { SchedulablePool } from './SchedulablePool';

/** The answer to a question about labels of which not all are known. */
type Answer = 'yes' | 'no' | 'undecided';

/**
 * Whether the node selector and the required node affinity of a pod leave room for a pool. Only a certain "no" keeps
 * a pool off the list; preferences never do.
 */
export function matchesNodeAffinity(
  podSpec: unknown,
  pool: SchedulablePool,
): boolean {
  for (const [key, value] of entriesField(podSpec, 'nodeSelector')) {
    if (typeof value === 'string' && isLabel(pool, key, [value]) === 'no') {
      return false;
    }
  }
  const terms = field(
    podSpec,
    'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms',
  );
  return (
    !Array.isArray(terms) ||
    terms.length === 0 ||
    terms.some(term => termAllows(term, pool))
  );
}

function termAllows(term: unknown, pool: SchedulablePool): boolean {
  return listField(term, 'matchExpressions').every(
    expression => expressionHolds(expression, pool) !== 'no',
  );
}

function expressionHolds(expression: unknown, pool: SchedulablePool): Answer {
  const key = textField(expression, 'key');
  if (key === undefined) {
    return 'undecided';
  }
  switch (field(expression, 'operator')) {
    case 'In':
      return isLabel(pool, key, textListField(expression, 'values'));
    case 'NotIn':
      return not(isLabel(pool, key, textListField(expression, 'values')));
    case 'Exists':
      return hasLabel(pool, key);
    case 'DoesNotExist':
      return not(hasLabel(pool, key));
    default:
      return 'undecided';
  }
}

function isLabel(
  pool: SchedulablePool,
  key: string,
  values: readonly string[],
): Answer {
  const value = pool.labels.get(key);
  if (value !== undefined) {
    return values.includes(value) ? 'yes' : 'no';
  }
  return pool.lacks(key) ? 'no' : 'undecided';
}

function hasLabel(pool: SchedulablePool, key: string): Answer {
  if (pool.labels.has(key)) {
    return 'yes';
  }
  return pool.lacks(key) ? 'no' : 'undecided';
}

function not(answer: Answer): Answer {
  if (answer === 'undecided') {
    return answer;
  }
  return answer === 'yes' ? 'no' : 'yes';
}

import type { StoredObject } from '../../estate/types';
import { badRequest } from '../status/refusals';

/**
 * Reads a field selector over `metadata.name` and `metadata.namespace`, the two that every kind supports. Throws the API
 * server's 400 for any other field.
 */
export function parseFieldSelector(
  selector: string,
): (object: StoredObject) => boolean {
  const requirements = selector
    .split(',')
    .filter(part => part !== '')
    .map(parseRequirement);
  return object => requirements.every(isMet => isMet(object));
}

function parseRequirement(text: string): (object: StoredObject) => boolean {
  const match = /^([^=!]+)(==|!=|=)(.*)$/.exec(text);
  if (!match) {
    throw badRequest(
      `invalid field selector: "${text}"; can't understand "${text}"`,
    );
  }
  const [, field, operator, value] = match;
  if (field !== 'metadata.name' && field !== 'metadata.namespace') {
    throw badRequest(`field label not supported: ${field}`);
  }
  const wanted = operator !== '!=';
  return ({ metadata }) =>
    ((field === 'metadata.name' ? metadata.name : metadata.namespace ?? '') ===
      value) ===
    wanted;
}

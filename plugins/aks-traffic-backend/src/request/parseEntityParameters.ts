import { CompoundEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Longer than any name a catalog accepts. */
const longest = 253;

/**
 * Reads an entity reference from the path of a request.
 *
 * @throws InputError for parts that no entity can have; `:` and `/` would turn into another reference when joined.
 */
export function parseEntityParameters(
  parameters: Record<string, string>,
): CompoundEntityRef {
  const part = (key: string) => {
    const value = parameters[key] ?? '';
    if (!value || value.length > longest || /[:/\s\p{C}]/u.test(value)) {
      throw new InputError(
        `Path parameter ${key} is not part of an entity reference`,
      );
    }
    return value;
  };
  return {
    kind: part('kind'),
    namespace: part('namespace'),
    name: part('name'),
  };
}

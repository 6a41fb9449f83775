import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** What kind of entity a reference is to when it does not say so. */
const defaultKinds = { owner: 'group', catalogSystem: 'system' } as const;

/**
 * The whole reference that people mean by the value of a filter: kind and namespace may be left out, and case does not
 * count, as everywhere in Backstage. An empty text stands for what has none.
 *
 * @returns `undefined` for what cannot be the reference of an owner or of a System.
 *
 * @public
 */
export function filterRef(
  field: 'owner' | 'catalogSystem',
  text: string,
): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') {
    return '';
  }
  try {
    const ref = parseEntityRef(trimmed, {
      defaultKind: defaultKinds[field],
      defaultNamespace: 'default',
    });
    const isOther =
      field === 'catalogSystem' && ref.kind.toLowerCase() !== 'system';
    // Everything after the first slash is the name to Backstage's own reader, but no name has one.
    return isOther || /[/:]/.test(ref.namespace + ref.name)
      ? undefined
      : stringifyEntityRef(ref);
  } catch {
    return undefined;
  }
}

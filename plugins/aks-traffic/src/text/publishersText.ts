import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { publishersOf } from '../model/publishers';
import { Texts } from './texts';

/**
 * What stands before an entry point's address and makes it reachable from further away than the address says;
 * `undefined` when nothing does.
 */
export function publishersText(
  { t }: Texts,
  entryPoint: Pick<EntryPoint, 'capabilities'>,
): string | undefined {
  const publishers = publishersOf(entryPoint).map(({ kind, name }) =>
    t(`exposure.${kind}`, { name }),
  );
  return publishers.length > 0 ? publishers.join(' → ') : undefined;
}

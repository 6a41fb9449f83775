import { StoredObject } from '../types';
import { hashOf } from './derive';

/** Objects of one cluster were created in the half year after this day. */
const firstDay = Date.UTC(2026, 2, 2, 7, 0, 0);
const spreadSeconds = 180 * 24 * 60 * 60;

/** When an object came into its cluster; the same at every load. */
export function createdAt(
  cluster: string,
  { kind, metadata }: Pick<StoredObject, 'kind' | 'metadata'>,
): string {
  const offset =
    hashOf(cluster, kind, metadata.namespace ?? '', metadata.name) %
    spreadSeconds;
  return `${new Date(firstDay + offset * 1000).toISOString().slice(0, 19)}Z`;
}

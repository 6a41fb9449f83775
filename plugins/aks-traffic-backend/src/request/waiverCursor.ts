import { InputError } from '@backstage/errors';
import { WaiverPosition } from '../store/waiverTypes';

/** Longer than a time and an id can be. */
const longest = 200;

/** Writes where a page of waivers ends. */
export function formatWaiverCursor({ createdAt, id }: WaiverPosition): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url');
}

/** @throws InputError for what no answer of this API has contained. */
export function parseWaiverCursor(text: string): WaiverPosition {
  const [, createdAt, id] =
    /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([\w-]+)$/.exec(
      text.length > longest ? '' : Buffer.from(text, 'base64url').toString(),
    ) ?? [];
  if (createdAt === undefined) {
    throw new InputError('Query parameter cursor is not a cursor');
  }
  return { createdAt, id };
}

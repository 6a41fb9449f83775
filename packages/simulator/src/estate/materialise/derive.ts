import { createHash } from 'node:crypto';
import { StoredObject } from '../types';

/** Characters that Kubernetes uses for generated name suffixes: no vowels, so that no words appear. */
const suffixCharacters = 'bcdfghjklmnpqrstvwxz2456789';

/** A number that depends on nothing but the given parts. */
export function hashOf(...parts: (string | number)[]): number {
  return digest(parts).readUInt32BE(0);
}

/** A name suffix as Kubernetes generates it, but the same at every load. */
export function suffixOf(
  length: number,
  ...parts: (string | number)[]
): string {
  return [...digest(parts).subarray(0, length)]
    .map(byte => suffixCharacters[byte % suffixCharacters.length])
    .join('');
}

/** The object's own uid, or one that stays the same from load to load. */
export function uidOf(cluster: string, object: StoredObject): string {
  const { kind, metadata } = object;
  if (metadata.uid) {
    return metadata.uid;
  }
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  const hex = digest([
    cluster,
    group,
    kind,
    metadata.namespace ?? '',
    metadata.name,
  ]).toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function digest(parts: (string | number)[]): Buffer {
  return createHash('sha1').update(parts.join('\u0000')).digest();
}

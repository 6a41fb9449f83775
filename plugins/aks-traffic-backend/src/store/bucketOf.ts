import { createHash } from 'node:crypto';

/** More buckets than anybody runs shards, so that any number of shards gets near-equal parts. */
const buckets = 4096;

/** The part of the estate a cluster belongs to; the same on every replica and after every restart. */
export function bucketOf(cluster: string): number {
  return (
    createHash('sha256').update(cluster).digest().readUInt32BE(0) % buckets
  );
}

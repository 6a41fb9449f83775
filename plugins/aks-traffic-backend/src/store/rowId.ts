import { createHash } from 'node:crypto';
import { digest } from './digest';

/** So few characters that two of many clusters may share them; the rest of an id tells their rows apart. */
const clusterCharacters = 8;
const contentCharacters = 40;

/**
 * Id of a row about something in a cluster. It begins with what stands for the cluster, so that the rows of one
 * cluster stand together in every index: writing a cluster touches as much of a large database as of a small one.
 *
 * @param options.content - what tells the row from the others; has to name the cluster too.
 */
export function rowId(options: { cluster: string; content: unknown }): string {
  const cluster = createHash('sha256').update(options.cluster).digest('hex');
  return (
    cluster.slice(0, clusterCharacters) +
    digest(options.content).slice(0, contentCharacters)
  );
}

import { NotFoundError } from '@backstage/errors';

/** What is said of a cluster that is not there, and of one that the caller may not know of. */
export function unknownCluster(cluster: string): NotFoundError {
  return new NotFoundError(`No cluster ${cluster} is known`);
}

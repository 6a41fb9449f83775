import { InputError } from '@backstage/errors';
import { isClusterName } from '../clusterName';

/**
 * Reads a cluster name from the path of a request.
 *
 * @throws InputError for names that no cluster can have.
 */
export function parseClusterName(parameters: Record<string, string>): string {
  const name = parameters.name ?? '';
  if (!isClusterName(name)) {
    throw new InputError('Path parameter name is not the name of a cluster');
  }
  return name;
}

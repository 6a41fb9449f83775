import { AzureScope } from '../../config/AksTrafficConfig';
import { describeAzureError } from '../describeAzureError';
import { parseRows } from './parseRows';
import { readQuery, subscriptionsQuery } from './queries';
import { ResourceGraphReader } from './ResourceGraphReader';

/**
 * Names the configured subscriptions that the identity cannot see. Resource Graph leaves them out without a word,
 * and without a list of what should be there nothing can be said about them.
 */
export async function findInvisibleSubscriptions(options: {
  reader: ResourceGraphReader;
  scope: AzureScope;
  signal: AbortSignal;
}): Promise<string[]> {
  const { reader, scope, signal } = options;
  if (!scope.subscriptions) {
    return [];
  }
  try {
    const result = await reader.query(readQuery(subscriptionsQuery), signal);
    const visible = new Set(
      parseRows({ name: subscriptionsQuery, rows: result.rows }).rows.map(
        ({ id }) => id.toLowerCase().replace(/^\/subscriptions\//, ''),
      ),
    );
    return scope.subscriptions
      .filter(id => !visible.has(id.toLowerCase()))
      .map(
        id =>
          `Subscription ${id} is configured and cannot be seen: give the identity the role Reader there, or remove it from aksTraffic.azure.scope`,
      );
  } catch (error) {
    return [
      `It is not known which subscriptions can be seen: ${describeAzureError(
        error,
      )}`,
    ];
  }
}

import { AzureScope } from '../../config/AksTrafficConfig';
import { describeAzureError } from '../describeAzureError';
import { parseRows } from './parseRows';
import { readQuery, subscriptionsQuery } from './queries';
import { ResourceGraphReader } from './ResourceGraphReader';

/** The configured subscriptions that cannot be seen, or may be unseen, and a sentence for people on each. */
export interface InvisibleSubscriptions {
  ids: string[];
  gaps: string[];
}

/**
 * Finds the configured subscriptions that the identity cannot see. Resource Graph leaves them out without a word,
 * and without a list of what should be there nothing can be said about them.
 */
export async function findInvisibleSubscriptions(options: {
  reader: ResourceGraphReader;
  scope: AzureScope;
  signal: AbortSignal;
}): Promise<InvisibleSubscriptions> {
  const { reader, scope, signal } = options;
  if (!scope.subscriptions) {
    return { ids: [], gaps: [] };
  }
  try {
    const result = await reader.query(readQuery(subscriptionsQuery), signal);
    const visible = new Set(
      parseRows({ name: subscriptionsQuery, rows: result.rows }).rows.map(
        ({ id }) => id.toLowerCase().replace(/^\/subscriptions\//, ''),
      ),
    );
    const ids = scope.subscriptions.filter(
      id => !visible.has(id.toLowerCase()),
    );
    return {
      ids,
      gaps: ids.map(
        id =>
          `Subscription ${id} is configured and cannot be seen: give the identity the role Reader there, or remove it from aksTraffic.azure.scope`,
      ),
    };
  } catch (error) {
    return {
      ids: scope.subscriptions,
      gaps: [
        `It is not known which subscriptions can be seen: ${describeAzureError(
          error,
        )}`,
      ],
    };
  }
}

import { jsonReply, Reply } from '../http';
import { AuthenticatedRequest, AzureContext } from '../azure/AzureContext';
import { mayReadSubscription } from '../azure/mayReadSubscription';

/** `GET /subscriptions`: those that the caller may read. */
export function answerSubscriptions(
  { estate }: AzureContext,
  { identity }: AuthenticatedRequest,
): Reply {
  const value = estate.subscriptions
    .filter(({ id }) => mayReadSubscription(identity, id))
    .map(({ id, name }) => ({
      id: `/subscriptions/${id}`,
      authorizationSource: 'RoleBased',
      managedByTenants: [],
      subscriptionId: id,
      tenantId: estate.tenantId,
      displayName: name,
      state: 'Enabled',
    }));
  return jsonReply(200, {
    value,
    count: { type: 'Total', value: value.length },
  });
}

import { Identity } from '../estate/types';

export function mayReadSubscription(
  identity: Identity,
  subscriptionId: string,
): boolean {
  return (
    identity.readableSubscriptions === 'all' ||
    identity.readableSubscriptions.includes(subscriptionId)
  );
}

import { Identity, SimulatedEstate } from '../../estate/types';
import { mayReadSubscription } from '../../azure/mayReadSubscription';
import { QueryRequest, QueryRequestError } from './readQueryRequest';

/**
 * The subscriptions whose rows a query sees: those asked for, or all there are, without the ones that the identity may
 * not read. These are left out without a word.
 */
export function resolveScope(options: {
  estate: SimulatedEstate;
  identity: Identity;
  request: QueryRequest;
}): ReadonlySet<string> {
  const { estate, identity, request } = options;
  const known = new Set(estate.subscriptions.map(({ id }) => id));
  const asked = request.subscriptions?.map(id => id.toLowerCase()) ??
    request.managementGroups?.flatMap(name => membersOf(estate, name)) ?? [
      ...known,
    ];
  return new Set(
    asked.filter(id => known.has(id) && mayReadSubscription(identity, id)),
  );
}

function membersOf(estate: SimulatedEstate, name: string): string[] {
  const group = Object.entries(estate.managementGroups).find(
    ([candidate]) => candidate.toLowerCase() === name.toLowerCase(),
  );
  if (!group) {
    throw new QueryRequestError(`managementGroups: '${name}' does not exist`);
  }
  return group[1];
}

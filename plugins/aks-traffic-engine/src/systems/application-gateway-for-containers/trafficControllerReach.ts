import { KubernetesObject } from '../../model/observation';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';

/**
 * From where frontends of Application Gateway for Containers can be reached. They are public unless their row says
 * that public network access is disabled: the documentation knows no private frontends, the API does.
 */
export function trafficControllerReach(options: {
  context: ResolveContext;
  object: KubernetesObject;
  field: string;
  addresses: readonly string[];
}): Reach {
  const { context, object, field, addresses } = options;
  if (addresses.length === 0) {
    return plainReach(context.index.origin === 'files' ? 'public' : 'pending', [
      objectEvidence({
        object,
        field,
        value: undefined,
        meaning: 'No frontend is assigned; frontends are public by default.',
      }),
    ]);
  }
  return {
    ...combineReach(addresses.map(address => frontendReach(options, address))),
    addresses: [...addresses],
  };
}

function frontendReach(
  options: { context: ResolveContext; object: KubernetesObject; field: string },
  address: string,
): Reach {
  const { context, object, field } = options;
  const frontend = context.azure.trafficControllerFrontend({ fqdn: address });
  const assigned = objectEvidence({
    object,
    field,
    value: address,
    meaning: 'The frontend that was assigned.',
  });
  if (!frontend) {
    return plainReach('public', [
      {
        ...assigned,
        meaning: `${assigned.meaning} Its row was not read; frontends are public by default.`,
      },
    ]);
  }
  const disabled = frontend.publicNetworkAccess === 'Disabled';
  return plainReach(disabled ? 'private-link' : 'public', [
    assigned,
    armEvidence({
      armId: frontend.armId,
      field: 'properties.publicNetworkAccess',
      value: frontend.publicNetworkAccess,
      meaning: disabled
        ? 'The frontend can be reached through private endpoints only.'
        : 'The frontend is public.',
    }),
  ]);
}

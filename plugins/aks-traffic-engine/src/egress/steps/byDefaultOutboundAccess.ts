import { armEvidence } from '../../objects/evidence';
import { PoolContext, StepResult, unknownEnd } from '../PoolContext';
import { possibleLearnedRoute } from './possibleLearnedRoute';

/** The last resort: what Azure gives to machines that nothing else was set up for, unless the subnet is private. */
export function byDefaultOutboundAccess(context: PoolContext): StepResult {
  const { azure, subnet } = context;
  const table = azure.routeTable(subnet.routeTableId);
  const isPrivate = subnet.defaultOutboundAccess === false;
  if (possibleLearnedRoute(context, table).length > 0) {
    return {
      end: unknownEnd(),
      evidence: [
        armEvidence({
          armId: subnet.armId,
          field: 'properties.defaultOutboundAccess',
          value: subnet.defaultOutboundAccess,
          meaning: `Nothing was set up, so the possible BGP default route decides; without it there is ${
            isPrivate ? 'no way out' : 'default outbound access'
          }`,
        }),
      ],
    };
  }
  return {
    end: {
      kind: isPrivate ? 'no-internet' : 'default-outbound-access',
      hops: isPrivate
        ? []
        : [{ kind: 'default-outbound-access', name: subnet.name }],
      publicIps: [],
    },
    evidence: [
      armEvidence({
        armId: subnet.armId,
        field: 'properties.defaultOutboundAccess',
        value: subnet.defaultOutboundAccess,
        meaning: isPrivate
          ? 'The subnet is private: without a way out set up there is none'
          : 'Azure lends an address that nobody owns and that can change at any time',
      }),
    ],
  };
}

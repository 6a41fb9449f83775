import { ResolveContext } from '../model/resolveContext';
import { armEvidence, objectEvidence } from '../objects/evidence';
import { field, listField, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { plainReach, Reach } from './Reach';

/** From where the cluster's nodes can be reached: decides for node ports, host ports and host networking. */
export function nodeReach(context: ResolveContext): Reach {
  const { index, managedCluster } = context;
  const pool = managedCluster?.nodePools.find(
    each => each.enableNodePublicIp === true,
  );
  if (managedCluster && pool) {
    return plainReach('public', [
      armEvidence({
        armId: managedCluster.armId,
        field: 'properties.agentPoolProfiles[].enableNodePublicIP',
        value: `${pool.name}: true`,
        meaning: 'Nodes of this pool have public addresses of their own.',
      }),
    ]);
  }
  for (const node of index.list(kinds.node)) {
    for (const address of listField(node, 'status.addresses')) {
      if (field(address, 'type') === 'ExternalIP') {
        return plainReach('public', [
          objectEvidence({
            object: node,
            field: 'status.addresses[]',
            value: textField(address, 'address'),
            meaning: 'The node has a public address of its own.',
          }),
        ]);
      }
    }
  }
  // A row without pools says nothing about their nodes.
  if (managedCluster && managedCluster.nodePools.length > 0) {
    return plainReach('node-port', [
      armEvidence({
        armId: managedCluster.armId,
        field: 'properties.agentPoolProfiles[].enableNodePublicIP',
        value: undefined,
        meaning: 'No pool gives its nodes public addresses.',
      }),
    ]);
  }
  return plainReach(
    index.origin === 'files' || index.provesAbsence(kinds.node)
      ? 'node-port'
      : 'unknown',
  );
}

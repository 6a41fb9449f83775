import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { compareText } from '../../objects/compareText';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { listField, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { labelOf } from '../../objects/metadata';
import { outboundAddresses } from '../outboundAddresses';
import { PoolContext, StepResult } from '../PoolContext';

/** Nodes with a public address of their own use it, unless a NAT gateway or a route took over before. */
export function byNodePublicIp(context: PoolContext): StepResult {
  const { azure, cluster, pool } = context;
  if (pool.nodePublicIp === undefined) {
    return { evidence: [] };
  }
  const prefix = outboundAddresses(
    azure,
    pool.nodePublicIp.prefixId === undefined
      ? []
      : [pool.nodePublicIp.prefixId],
  );
  const nodes = nodeAddresses(context);
  return {
    end: {
      kind: 'instance-public-ip',
      hops: [{ kind: 'node-public-ip', name: pool.name }],
      publicIps:
        prefix.publicIps.length > 0 ? prefix.publicIps : nodes.publicIps,
    },
    evidence: [
      armEvidence({
        armId: cluster.armId,
        field: `${pool.field}.enableNodePublicIP`,
        value: 'true',
        meaning: 'Each node leaves by a public address of its own',
      }),
      ...prefix.evidence,
      ...nodes.evidence,
    ],
  };
}

/** The addresses of the nodes that run now; they change whenever a node is replaced. */
function nodeAddresses(context: PoolContext): {
  publicIps: string[];
  evidence: Evidence[];
} {
  const publicIps: string[] = [];
  const evidence: Evidence[] = [];
  for (const node of context.index.list(kinds.node)) {
    const pool =
      labelOf(node, 'kubernetes.azure.com/agentpool') ??
      labelOf(node, 'agentpool');
    if (pool !== context.pool.name) {
      continue;
    }
    for (const entry of listField(node, 'status.addresses')) {
      const address = textField(entry, 'address');
      if (textField(entry, 'type') === 'ExternalIP' && address !== undefined) {
        publicIps.push(address);
        evidence.push(
          objectEvidence({
            object: node,
            field: 'status.addresses[type=ExternalIP]',
            value: address,
            meaning: 'Traffic of pods on this node has this source address',
          }),
        );
      }
    }
  }
  return { publicIps: publicIps.sort(compareText), evidence };
}

import { NodePool, NodePoolMode } from '../facts';
import {
  RowShapeError,
  rowBoolean,
  rowNumber,
  rowText,
  rowTextList,
  rowTextMap,
} from '../rowFields';

const modes: readonly NodePoolMode[] = [
  'System',
  'User',
  'Gateway',
  'ManagedSystem',
];

/** Reads one entry of `agentPoolProfiles`. */
export function parseNodePool(entry: unknown): NodePool {
  const name = rowText(entry, 'name');
  if (name === undefined) {
    throw new RowShapeError('agentPoolProfiles[].name', 'a text');
  }
  return {
    name,
    mode: sameText(modes, rowText(entry, 'mode')),
    subnetId: rowText(entry, 'vnetSubnetID'),
    podSubnetId: rowText(entry, 'podSubnetID'),
    enableNodePublicIp: rowBoolean(entry, 'enableNodePublicIP'),
    nodePublicIpPrefixId: rowText(entry, 'nodePublicIPPrefixID'),
    availabilityZones: rowTextList(entry, 'availabilityZones'),
    count: rowNumber(entry, 'count'),
    autoScaling: rowBoolean(entry, 'enableAutoScaling'),
    osType: sameText(['Linux', 'Windows'], rowText(entry, 'osType')),
    type: rowText(entry, 'type'),
    vmSize: rowText(entry, 'vmSize'),
    spot: rowText(entry, 'scaleSetPriority')?.toLowerCase() === 'spot',
    labels: rowTextMap(entry, 'nodeLabels'),
    taints: rowTextList(entry, 'nodeTaints'),
  };
}

function sameText<Text extends string>(
  known: readonly Text[],
  found: string | undefined,
): Text | undefined {
  return known.find(text => text.toLowerCase() === found?.toLowerCase());
}

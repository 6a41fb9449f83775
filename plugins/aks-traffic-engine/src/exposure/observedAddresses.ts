import { Evidence, Exposure } from 'backstage-plugin-aks-traffic-common';
import { ResolveContext } from '../model/resolveContext';
import { KubernetesObject } from '../model/observation';
import { armEvidence, objectEvidence } from '../objects/evidence';
import { AddressScope, addressScope } from './addressScope';

/** What one observed address says, with what Azure knows about it. */
export interface ObservedAddress {
  address: string;
  exposure: Exposure;
  evidence: Evidence[];
}

const exposures: Record<AddressScope, Exposure> = {
  public: 'public',
  internal: 'internal',
  cluster: 'cluster-only',
  unknown: 'unknown',
};

const meanings: Record<AddressScope, string> = {
  public: 'The address is public.',
  internal: 'The address is private: reachable in the network and its peers.',
  cluster: 'The name resolves inside the cluster only.',
  unknown: 'The name does not tell from where it can be reached.',
};

/** Judges addresses of an object's status, joined with the Azure rows that have the same address. */
export function observedAddresses(options: {
  context: ResolveContext;
  object: KubernetesObject;
  field: string;
  addresses: readonly string[];
}): ObservedAddress[] {
  const { context, object, field, addresses } = options;
  return addresses.map(address => {
    const scope = addressScope(address);
    return {
      address,
      exposure: exposures[scope],
      evidence: [
        objectEvidence({
          object,
          field,
          value: address,
          meaning: meanings[scope],
        }),
        ...azureEvidence(context, address, scope),
      ],
    };
  });
}

function azureEvidence(
  { azure, managedCluster }: ResolveContext,
  address: string,
  scope: AddressScope,
): Evidence[] {
  if (scope === 'public') {
    const row = azure.publicIpByAddress(address);
    return row
      ? [
          armEvidence({
            armId: row.armId,
            field: 'properties.ipAddress',
            value: row.address,
            meaning: 'The address belongs to this public IP address.',
          }),
        ]
      : [];
  }
  // Private addresses repeat across networks: without the cluster's row a match would prove nothing.
  if (scope !== 'internal' || !managedCluster) {
    return [];
  }
  return azure.loadBalancerFrontends(address, managedCluster).map(frontend =>
    armEvidence({
      armId: frontend.id ?? frontend.loadBalancerId,
      field: 'properties.privateIPAddress',
      value: frontend.privateAddress,
      meaning: `The address is a frontend of load balancer ${frontend.loadBalancerName}.`,
    }),
  );
}

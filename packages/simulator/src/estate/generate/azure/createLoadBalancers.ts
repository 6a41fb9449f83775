import { ArmResource } from '../../types';
import { armId, createRow, publicAddressRow, RowPlace } from './createRow';

/** A load balancer Service with the address it has in one cluster. */
export interface BalancedService {
  key: string;
  slot: 'public' | 'internal';
  address: string;
  /** uid of the Service; Azure names the frontend after it. */
  uid: string;
}

/** The load balancers and public addresses that AKS keeps for the Services of one cluster. */
export function createLoadBalancers(options: {
  nodePlace: RowPlace;
  services: BalancedService[];
  outboundAddressIds: string[];
  subnetId: string;
}): ArmResource[] {
  const { nodePlace, services, outboundAddressIds, subnetId } = options;
  const rows: ArmResource[] = [];
  const publicFrontends = outboundAddressIds.map((id, index) => ({
    name: `outbound-${index}`,
    properties: { publicIPAddress: { id } } as Record<string, unknown>,
  }));
  const internalFrontends: typeof publicFrontends = [];
  for (const { key, slot, address, uid } of services) {
    const name = `a${uid.replace(/-/g, '')}`.slice(0, 32);
    if (slot === 'internal') {
      internalFrontends.push({
        name,
        properties: { privateIPAddress: address, subnet: { id: subnetId } },
      });
      continue;
    }
    const publicAddress = publicAddressRow({
      place: nodePlace,
      name: `kubernetes-${name}`,
      address,
      tags: {
        'k8s-azure-cluster-name': 'kubernetes',
        'k8s-azure-service': key,
      },
    });
    rows.push(publicAddress);
    publicFrontends.push({
      name,
      properties: { publicIPAddress: { id: publicAddress.id } },
    });
  }
  for (const [name, frontends] of [
    ['kubernetes', publicFrontends],
    ['kubernetes-internal', internalFrontends],
  ] as const) {
    if (frontends.length > 0) {
      const id = armId(nodePlace, 'Microsoft.Network', 'loadBalancers', name);
      rows.push(
        createRow({
          place: nodePlace,
          path: ['loadBalancers', name],
          sku: { name: 'Standard', tier: 'Regional' },
          properties: {
            frontendIPConfigurations: frontends.map(frontend => ({
              id: `${id}/frontendIPConfigurations/${frontend.name}`,
              ...frontend,
            })),
          },
        }),
      );
    }
  }
  return rows;
}

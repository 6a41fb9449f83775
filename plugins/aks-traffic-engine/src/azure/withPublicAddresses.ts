import { armKey } from './armId';
import { FactTable } from './FactTables';
import { ApplicationGateway, LoadBalancer, PublicIp } from './facts';

/** Load balancers whose frontends say the address behind their public IP, where that was read. */
export function loadBalancersWithAddresses(
  loadBalancers: FactTable<LoadBalancer>,
  publicIps: FactTable<PublicIp>,
): LoadBalancer[] {
  return [...loadBalancers.values()].map(loadBalancer => ({
    ...loadBalancer,
    frontends: loadBalancer.frontends.map(frontend => ({
      ...frontend,
      publicAddress: addressOf(frontend.publicIpId, publicIps),
    })),
  }));
}

/** Application gateways whose frontends say the address behind their public IP, where that was read. */
export function applicationGatewaysWithAddresses(
  gateways: FactTable<ApplicationGateway>,
  publicIps: FactTable<PublicIp>,
): FactTable<ApplicationGateway> {
  return new Map(
    [...gateways].map(([key, gateway]) => [
      key,
      {
        ...gateway,
        frontends: gateway.frontends.map(frontend => ({
          ...frontend,
          publicAddress: addressOf(frontend.publicIpId, publicIps),
        })),
      },
    ]),
  );
}

function addressOf(
  publicIpId: string | undefined,
  publicIps: FactTable<PublicIp>,
): string | undefined {
  return publicIpId === undefined
    ? undefined
    : publicIps.get(armKey(publicIpId))?.address;
}

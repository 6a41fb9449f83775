import { addressKey } from '../../azure/addressKey';
import {
  ApplicationGateway,
  ApplicationGatewayBackend,
} from '../../azure/facts';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence } from '../../objects/evidence';
import { plainReach, Reach } from '../Reach';
import { relationTo } from './networksOfAddress';

/** What application gateways with a public frontend add to a private address that is among their backends. */
export function applicationGatewayForwards(
  context: ResolveContext,
  address: string,
): Reach[] {
  return context.azure.forwarders
    .applicationGatewaysTo(address)
    .flatMap(gateway => forward(context, address, gateway) ?? []);
}

function forward(
  context: ResolveContext,
  address: string,
  gateway: ApplicationGateway,
): Reach | undefined {
  const ways = gateway.backends.filter(
    backend =>
      addressKey(backend.address) === addressKey(address) &&
      isFromPublic(gateway, backend),
  );
  const relation = relationTo(context, address, gateway);
  if (ways.length === 0 || relation === 'apart') {
    return undefined;
  }
  const addresses = gateway.frontends.flatMap(
    ({ publicAddress }) => publicAddress ?? [],
  );
  const evidence = [
    armEvidence({
      armId: gateway.armId,
      field: 'properties.backendAddressPools[].properties.backendAddresses[]',
      value: address,
      meaning:
        relation === 'connected'
          ? `Application Gateway ${gateway.name} passes traffic of its public frontend on to this address.`
          : `Application Gateway ${gateway.name} passes traffic of its public frontend on to such an address; whether its network reaches this one is not known.`,
    }),
  ];
  return relation === 'connected'
    ? {
        ...plainReach('public', evidence),
        addresses,
        capabilities: {
          applicationGatewayInFront: gateway.name,
          ...firewallOf(gateway),
          ...(ways.every(({ tls }) => tls === true) && { tlsInFront: true }),
        },
      }
    : plainReach('unknown', evidence);
}

/** Where the row does not tell which frontend it is, any of them may be. */
function isFromPublic(
  { frontends }: ApplicationGateway,
  { frontend }: ApplicationGatewayBackend,
): boolean {
  const meant = frontends.filter(
    ({ name }) => frontend === undefined || name === frontend,
  );
  return (meant.length > 0 ? meant : frontends).some(
    ({ publicIpId }) => publicIpId !== undefined,
  );
}

function firewallOf({ wafPolicyId, wafEnabled, tier }: ApplicationGateway): {
  wafPolicy?: string;
} {
  const policy = wafPolicyId ?? (wafEnabled ? tier : undefined);
  return policy === undefined ? {} : { wafPolicy: policy };
}

import { EntryPoint } from 'backstage-plugin-aks-traffic-common';

/** Capabilities that name what stands before an address, from the client's side on. */
const capabilities = {
  frontDoor: 'front-door',
  applicationGatewayInFront: 'application-gateway',
  firewallInFront: 'azure-firewall',
  privateLinkService: 'private-link-service',
} as const;

export type PublisherKind = (typeof capabilities)[keyof typeof capabilities];

/** What stands before an entry point's address and makes it reachable from further away than the address says. */
export interface Publisher {
  kind: PublisherKind;
  name: string;
}

/** The capabilities that say what publishes an address. */
export const publisherCapabilities: readonly string[] =
  Object.keys(capabilities);

/** What publishes an entry point's address, from the client's side on. */
export function publishersOf(
  entryPoint: Pick<EntryPoint, 'capabilities'>,
): Publisher[] {
  return Object.entries(capabilities).flatMap(([capability, kind]) => {
    const name = entryPoint.capabilities[capability];
    return typeof name === 'string' ? [{ kind, name }] : [];
  });
}

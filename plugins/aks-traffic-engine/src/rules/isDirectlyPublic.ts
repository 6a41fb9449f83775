import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { addressScope } from '../exposure/addressScope';
import { KubernetesObject } from '../model/observation';
import { serviceAddresses } from '../objects/serviceAddresses';

/**
 * Whether the internet reaches an entry point itself. What Front Door publishes over a private link has private
 * addresses only: nobody gets past Front Door there. A public address is open with Front Door in front as well.
 */
export function isDirectlyPublic({ exposure, addresses }: EntryPoint): boolean {
  return (
    exposure === 'public' &&
    (addresses.length === 0 ||
      addresses.some(address => addressScope(address) !== 'internal'))
  );
}

/** Whether the load balancer of a Service has a public address itself, rather than something public in front of it. */
export function isPublicItself(
  entry: EntryPoint,
  service: KubernetesObject,
): boolean {
  return (
    isDirectlyPublic(entry) &&
    ((entry.capabilities.applicationGatewayInFront ??
      entry.capabilities.firewallInFront) === undefined ||
      serviceAddresses(service).some(
        address => addressScope(address) !== 'internal',
      ))
  );
}

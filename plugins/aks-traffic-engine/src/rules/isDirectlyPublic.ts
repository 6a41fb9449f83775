import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { addressScope } from '../exposure/addressScope';

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

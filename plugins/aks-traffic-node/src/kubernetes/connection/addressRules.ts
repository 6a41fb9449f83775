import { lookup } from 'node:dns';
import { BlockList, isIP, LookupFunction } from 'node:net';

/** The address of an API server is not one that may be talked to; the message completes "The API server …". */
export class AddressNotAllowedError extends Error {}

/** Networks of one's own, and one's own machine. */
const privateAddresses = listOf([
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['::1', 128],
  ['fc00::', 7],
]);

/** Where no API server is: metadata services of clouds, Azure's own agent, and what is no host's address. */
const forbiddenAddresses = listOf([
  ['169.254.0.0', 16],
  ['fe80::', 10],
  ['168.63.129.16', 32],
  ['0.0.0.0', 8],
  ['::', 128],
  ['224.0.0.0', 3],
  ['ff00::', 8],
]);

function listOf(networks: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) {
    list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}

/**
 * Refuses addresses that a source from outside of configuration must not send the reader, and its token, to.
 *
 * @param allowed - `public` addresses alone, or those of `private` networks too.
 * @throws AddressNotAllowedError
 */
export function checkAddress(
  address: string,
  allowed: 'public' | 'private',
): void {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (forbiddenAddresses.check(address, family)) {
    throw new AddressNotAllowedError(
      `has an address that no API server has (${address})`,
    );
  }
  if (allowed === 'public' && privateAddresses.check(address, family)) {
    throw new AddressNotAllowedError(
      `has an address of a private network (${address}), which is read only where aksTraffic.azure.allowPrivateApiServers is true`,
    );
  }
}

/**
 * Resolves names as Node does and refuses what {@link checkAddress} refuses. As the look-up of the connection itself
 * it leaves no time for the name to resolve to something else in between.
 */
export function guardedLookup(allowed: 'public' | 'private'): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      if (!error) {
        try {
          const addresses = Array.isArray(address)
            ? (address as { address: string }[])
            : [{ address: String(address) }];
          addresses.forEach(each => checkAddress(each.address, allowed));
        } catch (refusal) {
          callback(refusal as Error, '', family);
          return;
        }
      }
      callback(error, address, family);
    });
  };
}

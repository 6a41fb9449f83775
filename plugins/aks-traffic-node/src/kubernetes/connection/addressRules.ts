import { lookup } from 'node:dns';
import { BlockList, isIP, LookupFunction } from 'node:net';

/** The address of an API server is not one that may be talked to; the message completes "The API server …". */
export class AddressNotAllowedError extends Error {}

/** In front of an IPv4 address that is reached through IPv6 (RFC 6052). */
const translated = '64:ff9b::';

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
  ['192.0.0.0', 24],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
  ['::', 128],
  ['fec0::', 10],
  ['ff00::', 8],
  // Ways to write an IPv4 address that hide which one it is.
  ['64:ff9b:1::', 48],
  ['2002::', 16],
]);
// The same, with ::1 left out, which is a private one.
forbiddenAddresses.addRange('::2', '::ffff:ffff', 'ipv6');

function listOf(networks: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) {
    if (network.includes(':')) {
      list.addSubnet(network, prefix, 'ipv6');
    } else {
      list.addSubnet(network, prefix, 'ipv4');
      list.addSubnet(`${translated}${network}`, 96 + prefix, 'ipv6');
    }
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

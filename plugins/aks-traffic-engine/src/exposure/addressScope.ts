import { IPv4, IPv6, parse } from 'ipaddr.js';
import { rememberTexts } from '../objects/rememberTexts';

/** From where an address or host name can be reached, as far as its text tells. */
export type AddressScope = 'public' | 'internal' | 'cluster' | 'unknown';

const internalRanges = new Set([
  'private',
  'carrierGradeNat',
  'uniqueLocal',
  'linkLocal',
  'loopback',
]);

const scopeOfText = rememberTexts((address): AddressScope => {
  const text = address.trim().toLowerCase().replace(/\.$/, '');
  if (isIpAddress(text)) {
    return ipScope(text);
  }
  if (text.endsWith('.cluster.local') || text.endsWith('.svc')) {
    return 'cluster';
  }
  // Names of public IP addresses; a private address cannot have one.
  return text.endsWith('.cloudapp.azure.com') ? 'public' : 'unknown';
});

/**
 * RFC 1918, 100.64.0.0/10 and IPv6 ULA are internal and every other address is public, documentation ranges included:
 * nothing in between is routed by Azure. Host names say something only where Azure or Kubernetes fix their meaning.
 */
export function addressScope(address: string): AddressScope {
  return scopeOfText(address);
}

/** Whether a text is an IP address in the usual notation. */
export function isIpAddress(text: string): boolean {
  // The library finds out by throwing, which is slow for the many texts that are plainly names.
  return /^[\d.]+$/.test(text)
    ? IPv4.isValidFourPartDecimal(text)
    : text.includes(':') && IPv6.isValid(text);
}

function ipScope(text: string): AddressScope {
  const parsed = parse(text);
  const address =
    parsed instanceof IPv6 && parsed.isIPv4MappedAddress()
      ? parsed.toIPv4Address()
      : parsed;
  return internalRanges.has(address.range()) ? 'internal' : 'public';
}

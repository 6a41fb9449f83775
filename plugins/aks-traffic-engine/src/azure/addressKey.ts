import { IPv4, IPv6 } from 'ipaddr.js';

/**
 * The form in which addresses and host names compare: one notation per IP address, lower case for names, without the
 * final dot.
 */
export function addressKey(address: string): string {
  const text = address.trim().toLowerCase().replace(/\.$/, '');
  if (IPv4.isValidFourPartDecimal(text)) {
    return IPv4.parse(text).toString();
  }
  return IPv6.isValid(text) ? IPv6.parse(text).toString() : text;
}

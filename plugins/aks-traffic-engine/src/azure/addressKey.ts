import { IPv4, IPv6 } from 'ipaddr.js';
import { rememberTexts } from '../objects/rememberTexts';

const keyOfText = rememberTexts(address => {
  const text = address.trim().toLowerCase().replace(/\.$/, '');
  // The library finds out by throwing, which is slow for the many texts that are plainly names.
  if (/^[\d.]+$/.test(text) && IPv4.isValidFourPartDecimal(text)) {
    return IPv4.parse(text).toString();
  }
  return text.includes(':') && IPv6.isValid(text)
    ? IPv6.parse(text).toString()
    : text;
});

/**
 * The form in which addresses and host names compare: one notation per IP address, lower case for names, without the
 * final dot.
 */
export function addressKey(address: string): string {
  return keyOfText(address);
}

import ipaddr from 'ipaddr.js';

/** The addresses and ranges of a list divided by commas, as Go reads them; `undefined` when one of them is none. */
export function parseAddressRanges(value: string): string[] | undefined {
  const ranges = value.split(',').map(range => range.trim());
  return ranges.every(isAddressOrRange) ? ranges : undefined;
}

function isAddressOrRange(text: string): boolean {
  const slash = text.indexOf('/');
  if (slash < 0) {
    return bitsOf(text) !== undefined;
  }
  const bits = bitsOf(text.slice(0, slash));
  const prefix = text.slice(slash + 1);
  return (
    bits !== undefined && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits
  );
}

/** 32 or 128; Go knows neither short forms, nor leading zeros, nor zones. */
function bitsOf(address: string): 32 | 128 | undefined {
  if (/^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(address)) {
    return ipaddr.IPv4.isValid(address) ? 32 : undefined;
  }
  return /^[0-9a-fA-F:.]{2,45}$/.test(address) &&
    address.includes(':') &&
    ipaddr.IPv6.isValid(address)
    ? 128
    : undefined;
}

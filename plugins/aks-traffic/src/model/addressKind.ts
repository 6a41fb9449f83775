const privateAddresses: readonly RegExp[] = [
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^169\.254\./,
  /^f[cd][0-9a-f]{2}:/i,
  /^fe[89ab][0-9a-f]:/i,
];

/**
 * Whether an address is one of the internet or of a private network, as far as it says so itself; `name` for host
 * names, which may lead anywhere.
 */
export function addressKind(address: string): 'public' | 'private' | 'name' {
  const isAddress = /^[\d.]+$/.test(address) || address.includes(':');
  if (!isAddress) {
    return 'name';
  }
  return privateAddresses.some(range => range.test(address))
    ? 'private'
    : 'public';
}

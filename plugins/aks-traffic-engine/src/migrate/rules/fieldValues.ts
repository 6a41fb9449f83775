/** Whether the Gateway API takes a name as the host of a request. Source: its apis/v1/shared_types.go, PreciseHostname. */
export function isPreciseHostname(host: string): boolean {
  return (
    host.length <= 253 &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(
      host,
    )
  );
}

/** Whether the Gateway API takes a name as that of a header. Source: its apis/v1/httproute_types.go, HeaderName. */
export function isHeaderName(name: string): boolean {
  return name.length <= 256 && /^[A-Za-z0-9!#$%&'*+\-.^_`|~]+$/.test(name);
}

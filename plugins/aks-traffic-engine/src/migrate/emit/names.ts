/** A name for an object from a host: `*` and what names may not have is written out or left out. */
export function nameOfHost(host: string | undefined): string {
  return host === undefined
    ? 'any-host'
    : shortened(
        host
          .toLowerCase()
          .replace('*', 'wildcard')
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-+|-+$/g, ''),
      ) || 'host';
}

/** Implementations append to names, and 63 characters are the limit for what they make of them. */
export function shortened(name: string, length = 40): string {
  return name.length <= length ? name : withDigest(name, name, length);
}

/** The beginning of a name, with six characters that stand for all of a text. */
export function withDigest(name: string, text: string, length = 40): string {
  return `${name.slice(0, length - 7).replace(/-+$/, '')}-${digest(text)}`;
}

/**
 * A name for a Gateway. Implementations make a Service of it, whose names are stricter than those of most objects: no
 * dots, and a letter first.
 */
export function gatewayName(name: string): string {
  const label = shortened(name.replace(/[^a-z0-9]+/g, '-'));
  return /^[a-z]/.test(label) ? label : shortened(`gateway-${label}`);
}

/** Six characters that tell names with the same beginning apart. */
function digest(text: string): string {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  }
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-6);
}

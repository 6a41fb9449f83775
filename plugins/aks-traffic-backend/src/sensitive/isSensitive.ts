import { annotationCatalogue } from 'backstage-plugin-aks-traffic-engine';
import { looksLikeCredential } from 'backstage-plugin-aks-traffic-node';

/** Names that are no pattern's. */
const names: ReadonlySet<string> = new Set([
  ...annotationCatalogue
    .filter(({ sensitive }) => sensitive)
    .map(({ name }) => name),
  // Raw configuration of haproxy-ingress.
  'config-backend',
  'config-defaults',
  'config-frontend',
  'config-global',
  'config-proxy',
  'config-sections',
  'config-tcp',
  'config-tcp-service',
  // Request headers, which routes and meshes can set.
  'authorization',
  'cookie',
  'proxy-authorization',
  'set-cookie',
  'x-functions-key',
]);

const nginxAnnotation = /^nginx\.ingress\.kubernetes\.io\//;

const knownAnnotations: ReadonlySet<string> = new Set(
  annotationCatalogue.map(({ annotation }) => annotation),
);

/** Raw configuration, secrets, and what names one. A Secret's own name in a field of that purpose is shown. */
const patterns = [
  /(^|-)snippets?$/,
  /(^|-)(secret|password|passwd|token|credentials?|jwt-key|private-key)$/,
  /(^|-)(api-?key|access-key|account-key|subscription-key)$/,
  /-(connection-string|sas)$/,
];

const secretTexts = [
  // An address with a user or a password in it.
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^/?#\s@]{0,500}@/i,
  // One with a key among its parameters.
  /[?&;](code|sig|key|token|secret|password|pwd|sharedaccesskey|accountkey|api[-_]?key|access[-_]token|client[-_]secret|subscription-key)=/i,
  // A text that was cut may have lost what shows that there is a secret in it.
  /\(\d+ characters left out\)$/,
];

/** A key of JSON inside a text: some tools keep a copy of the whole object in an annotation. */
const jsonKey = /"([^"\\]{1,317})"\s{0,20}:/g;

/**
 * Whether what goes by this name may be a secret, tell where one is, or be raw configuration. Any prefix counts:
 * controllers can be told to read another one, and the products have theirs.
 *
 * @param name - key of an annotation or label, name of a header, or name of a field
 */
export function isSensitiveName(name: string): boolean {
  const bare = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
  return (
    names.has(bare) ||
    patterns.some(pattern => pattern.test(bare)) ||
    // What nobody knows may be a misspelt snippet as well as anything else.
    (nginxAnnotation.test(name) && !knownAnnotations.has(name))
  );
}

/** Whether a text holds a secret that shows as one, whatever it is the value of. */
export function isSensitiveText(text: string): boolean {
  if (
    looksLikeCredential(text) ||
    secretTexts.some(pattern => pattern.test(text))
  ) {
    return true;
  }
  for (const [, key] of text.matchAll(jsonKey)) {
    if (isSensitiveName(key)) {
      return true;
    }
  }
  return false;
}

/** Keys of the ConfigMap that do for all Ingresses what an annotation does for one. */
export const settingsLikeAnnotations: Readonly<Record<string, string>> = {
  'add-headers': 'custom-headers',
  'custom-http-errors': 'custom-http-errors',
  'denylist-source-range': 'denylist-source-range',
  'enable-modsecurity': 'enable-modsecurity',
  'enable-owasp-modsecurity-crs': 'enable-owasp-core-rules',
  'force-ssl-redirect': 'force-ssl-redirect',
  'global-auth-response-headers': 'auth-response-headers',
  'global-auth-signin': 'auth-signin',
  'global-auth-snippet': 'auth-snippet',
  'global-auth-url': 'auth-url',
  'http-snippet': 'server-snippet',
  'limit-rate': 'limit-rate',
  'load-balance': 'load-balance',
  'location-snippet': 'configuration-snippet',
  'modsecurity-snippet': 'modsecurity-snippet',
  'proxy-body-size': 'proxy-body-size',
  'proxy-cookie-domain': 'proxy-cookie-domain',
  'proxy-cookie-path': 'proxy-cookie-path',
  'proxy-next-upstream': 'proxy-next-upstream',
  'proxy-read-timeout': 'proxy-read-timeout',
  'proxy-request-buffering': 'proxy-request-buffering',
  'proxy-send-timeout': 'proxy-send-timeout',
  'server-snippet': 'server-snippet',
  'ssl-ciphers': 'ssl-ciphers',
  'stream-snippet': 'stream-snippet',
  'upstream-hash-by': 'upstream-hash-by',
  'whitelist-source-range': 'whitelist-source-range',
};

/** Keys that decide what of an Ingress is taken, or change a default. */
const otherKeys = [
  'allow-cross-namespace-resources',
  'allow-snippet-annotations',
  'annotations-risk-level',
  'proxy-next-upstream-tries',
  'ssl-redirect',
];

const usedKeys: ReadonlySet<string> = new Set([
  ...Object.keys(settingsLikeAnnotations),
  ...otherKeys,
]);

/** Whether the engine reads a key of a controller's ConfigMap. No other key is kept: ConfigMaps may hold anything. */
export function isUsedSetting(key: string): boolean {
  return usedKeys.has(key);
}

/** What effects are called in a sentence; their ids are words of the program. */
const effectNames: Readonly<Record<string, string>> = {
  'annotations-prefix': 'the prefix of annotations',
  'backend-not-verified':
    'the certificate of the service, which is not checked',
  'body-size-limit': 'the limit of request bodies',
  'canary-pair': 'the canary',
  'controller-settings-unknown': 'what the ConfigMap of the controller sets',
  'cors-defaults': 'the defaults of CORS',
  'cross-namespace-secret': 'a Secret of another namespace',
  'default-retries': 'retries',
  'default-timeouts': 'timeouts',
  'default-tls-redirect': 'the redirect to HTTPS',
  'exact-not-exact': 'exact paths that match more',
  'host-wide-regex': 'regular expressions for the whole host',
  'host-wide-setting': 'settings of the whole host',
  'implied-regex': 'paths that are read as regular expressions',
  'pattern-order': 'the order of patterns',
  'request-buffering': 'the buffering of requests',
  'shared-host': 'the host that other namespaces share',
  'snippets-allowed': 'snippets',
  'trailing-slash-redirect': 'the redirect to a trailing slash',
};

/** Keys of annotations and ids of effects for a message: annotations without their prefix, effects in words. */
export function namesIn(keys: readonly string[]): string {
  return keys
    .map(key =>
      Object.hasOwn(effectNames, key)
        ? effectNames[key]
        : key.slice(key.indexOf('/') + 1),
    )
    .join(', ');
}

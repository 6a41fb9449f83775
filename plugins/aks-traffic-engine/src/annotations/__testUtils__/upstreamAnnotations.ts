/**
 * The annotations of the last release of ingress-nginx by the parser that reads them, as
 * docs/user-guide/nginx-configuration/annotations-risk.md of kubernetes/ingress-nginx lists them (2026-03-20): name,
 * risk, scope.
 */
export const upstreamAnnotations: Record<string, string> = {
  Aliases: `
    server-alias High ingress
  `,
  Allowlist: `
    allowlist-source-range Medium location
  `,
  BackendProtocol: `
    backend-protocol Low location
  `,
  BasicDigestAuth: `
    auth-realm Medium location
    auth-secret Medium location
    auth-secret-type Low location
    auth-type Low location
  `,
  Canary: `
    canary Low ingress
    canary-by-cookie Medium ingress
    canary-by-header Medium ingress
    canary-by-header-pattern Medium ingress
    canary-by-header-value Medium ingress
    canary-weight Low ingress
    canary-weight-total Low ingress
  `,
  CertificateAuth: `
    auth-tls-error-page High location
    auth-tls-match-cn High location
    auth-tls-pass-certificate-to-upstream Low location
    auth-tls-secret Medium location
    auth-tls-verify-client Medium location
    auth-tls-verify-depth Low location
  `,
  ClientBodyBufferSize: `
    client-body-buffer-size Low location
  `,
  ConfigurationSnippet: `
    configuration-snippet Critical location
  `,
  Connection: `
    connection-proxy-header Low location
  `,
  CorsConfig: `
    cors-allow-credentials Low ingress
    cors-allow-headers Medium ingress
    cors-allow-methods Medium ingress
    cors-allow-origin Medium ingress
    cors-expose-headers Medium ingress
    cors-max-age Low ingress
    enable-cors Low ingress
  `,
  CustomHTTPErrors: `
    custom-http-errors Low location
  `,
  CustomHeaders: `
    custom-headers Medium location
  `,
  DefaultBackend: `
    default-backend Low location
  `,
  Denylist: `
    denylist-source-range Medium location
  `,
  DisableProxyInterceptErrors: `
    disable-proxy-intercept-errors Low location
  `,
  EnableGlobalAuth: `
    enable-global-auth Low location
  `,
  ExternalAuth: `
    auth-always-set-cookie Low location
    auth-cache-duration Medium location
    auth-cache-key Medium location
    auth-keepalive Low location
    auth-keepalive-requests Low location
    auth-keepalive-share-vars Low location
    auth-keepalive-timeout Low location
    auth-method Low location
    auth-proxy-set-headers Medium location
    auth-request-redirect Medium location
    auth-response-headers Medium location
    auth-signin High location
    auth-signin-redirect-param Medium location
    auth-snippet Critical location
    auth-url High location
  `,
  FastCGI: `
    fastcgi-index Medium location
    fastcgi-params-configmap Medium location
  `,
  HTTP2PushPreload: `
    http2-push-preload Low location
  `,
  LoadBalancing: `
    load-balance Low location
  `,
  Logs: `
    enable-access-log Low location
    enable-rewrite-log Low location
  `,
  Mirror: `
    mirror-host High ingress
    mirror-request-body Low ingress
    mirror-target High ingress
  `,
  ModSecurity: `
    enable-modsecurity Low ingress
    enable-owasp-core-rules Low ingress
    modsecurity-snippet Critical ingress
    modsecurity-transaction-id High ingress
  `,
  Opentelemetry: `
    enable-opentelemetry Low location
    opentelemetry-operation-name Medium location
    opentelemetry-trust-incoming-span Low location
  `,
  Proxy: `
    proxy-body-size Medium location
    proxy-buffer-size Low location
    proxy-buffering Low location
    proxy-buffers-number Low location
    proxy-busy-buffers-size Low location
    proxy-connect-timeout Low location
    proxy-cookie-domain Medium location
    proxy-cookie-path Medium location
    proxy-http-version Low location
    proxy-max-temp-file-size Low location
    proxy-next-upstream Medium location
    proxy-next-upstream-timeout Low location
    proxy-next-upstream-tries Low location
    proxy-read-timeout Low location
    proxy-redirect-from Medium location
    proxy-redirect-to Medium location
    proxy-request-buffering Low location
    proxy-send-timeout Low location
  `,
  ProxySSL: `
    proxy-ssl-ciphers Medium ingress
    proxy-ssl-name High ingress
    proxy-ssl-protocols Low ingress
    proxy-ssl-secret Medium ingress
    proxy-ssl-server-name Low ingress
    proxy-ssl-verify Low ingress
    proxy-ssl-verify-depth Low ingress
  `,
  RateLimit: `
    limit-allowlist Low location
    limit-burst-multiplier Low location
    limit-connections Low location
    limit-rate Low location
    limit-rate-after Low location
    limit-rpm Low location
    limit-rps Low location
  `,
  Redirect: `
    from-to-www-redirect Low location
    permanent-redirect Medium location
    permanent-redirect-code Low location
    relative-redirects Low location
    temporal-redirect Medium location
    temporal-redirect-code Low location
  `,
  Rewrite: `
    app-root Medium location
    force-ssl-redirect Medium location
    preserve-trailing-slash Medium location
    rewrite-target Medium ingress
    ssl-redirect Low location
    use-regex Low location
  `,
  SSLCipher: `
    ssl-ciphers Low ingress
    ssl-prefer-server-ciphers Low ingress
  `,
  SSLPassthrough: `
    ssl-passthrough Low ingress
  `,
  Satisfy: `
    satisfy Low location
  `,
  ServerSnippet: `
    server-snippet Critical ingress
  `,
  ServiceUpstream: `
    service-upstream Low ingress
  `,
  SessionAffinity: `
    affinity Low ingress
    affinity-canary-behavior Low ingress
    affinity-mode Medium ingress
    session-cookie-change-on-failure Low ingress
    session-cookie-conditional-samesite-none Low ingress
    session-cookie-domain Medium ingress
    session-cookie-expires Medium ingress
    session-cookie-max-age Medium ingress
    session-cookie-name Medium ingress
    session-cookie-path Medium ingress
    session-cookie-samesite Low ingress
    session-cookie-secure Low ingress
  `,
  StreamSnippet: `
    stream-snippet Critical ingress
  `,
  UpstreamHashBy: `
    upstream-hash-by High location
    upstream-hash-by-subset Low location
    upstream-hash-by-subset-size Low location
  `,
  UpstreamVhost: `
    upstream-vhost Low location
  `,
  UsePortInRedirects: `
    use-port-in-redirects Low location
  `,
  XForwardedPrefix: `
    x-forwarded-prefix Medium location
  `,
};

/** Further spellings, from internal/ingress/annotations (ipallowlist, ratelimit). */
export const upstreamAliases = {
  'limit-whitelist': 'limit-allowlist',
  'whitelist-source-range': 'allowlist-source-range',
};

/** Names of earlier releases, with the first release without them where its changelog says so. */
export const removedAnnotations = {
  'enable-influxdb': '1.7.1',
  'enable-opentracing': '1.10.0',
  'global-rate-limit': '1.12.0',
  'global-rate-limit-ignored-cidrs': '1.12.0',
  'global-rate-limit-key': '1.12.0',
  'global-rate-limit-window': '1.12.0',
  'opentracing-trust-incoming-span': '1.10.0',
  'secure-backends': undefined,
};

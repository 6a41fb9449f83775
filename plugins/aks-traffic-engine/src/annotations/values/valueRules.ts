import { CurrentName } from '../catalogue/facts';
import {
  addressRanges,
  allOf,
  anything,
  boolean,
  integer,
  matching,
  oneOf,
  size,
  ValueCheck,
} from './checks';
import {
  cacheDurations,
  ciphers,
  commonName,
  cookieSeconds,
  errorCodes,
  errorPage,
  exposedHeaders,
  methods,
  origins,
  retryConditions,
  statusFrom,
  tlsProtocols,
} from './specialChecks';
import {
  headerNames,
  namespacedName,
  objectName,
  pathWithGroups,
  pattern,
  plainText,
  redirectUrl,
  serverName,
  serverNames,
  serviceName,
  serviceUrl,
  url,
  urlWithVariables,
  variables,
} from './texts';

/** What the controller does with a value it does not take. */
export type Consequence =
  /** It goes on as if the annotation were not there. */
  | 'ignored'
  /** It does not use it; whether it goes on without it or leaves the Ingress out is not known here. */
  | 'untaken'
  /** It uses what is right about it. */
  | 'partly'
  /** It leaves the whole Ingress out of its configuration. */
  | 'refused'
  /** It answers the paths of the Ingress with 503. */
  | 'denied';

/** How the controller checks a value, and what it does when the check fails. */
export interface ValueRule {
  check: ValueCheck;
  consequence: Consequence;
  /** What then holds instead, as a clause, where that is not obvious. */
  instead?: string;
}

function ignored(check: ValueCheck, instead?: string): ValueRule {
  return { check, consequence: 'ignored', ...(instead && { instead }) };
}

function untaken(check: ValueCheck, instead?: string): ValueRule {
  return { check, consequence: 'untaken', ...(instead && { instead }) };
}

function refused(check: ValueCheck): ValueRule {
  return { check, consequence: 'refused' };
}

function denied(check: ValueCheck): ValueRule {
  return { check, consequence: 'denied' };
}

const onOff = oneOf(['on', 'off']);

/**
 * How ingress-nginx 1.15 checks the value of each annotation, with its validation on, as it is unless turned off: the
 * validators and parsers in internal/ingress/annotations of kubernetes/ingress-nginx.
 */
export const valueRules = {
  affinity: ignored(oneOf(['cookie'])),
  'affinity-canary-behavior': ignored(oneOf(['sticky', 'legacy'])),
  'affinity-mode': ignored(oneOf(['balanced', 'persistent'])),
  'allowlist-source-range': denied(addressRanges),
  'app-root': ignored(
    allOf(pathWithGroups, value =>
      value.startsWith('/') ? undefined : 'is no path',
    ),
  ),
  'auth-always-set-cookie': untaken(boolean),
  'auth-cache-duration': denied(cacheDurations),
  'auth-cache-key': untaken(variables),
  'auth-keepalive': ignored(integer),
  'auth-keepalive-requests': ignored(integer),
  'auth-keepalive-share-vars': untaken(boolean),
  'auth-keepalive-timeout': ignored(integer),
  'auth-method': denied(
    matching(
      /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|CONNECT|OPTIONS|TRACE)$/,
      'method of HTTP in capital letters',
    ),
  ),
  'auth-proxy-set-headers': denied(objectName),
  'auth-realm': untaken(plainText),
  'auth-request-redirect': untaken(url),
  'auth-response-headers': denied(headerNames),
  'auth-secret': denied(objectName),
  'auth-secret-type': denied(oneOf(['auth-file', 'auth-map'])),
  'auth-signin': untaken(urlWithVariables),
  'auth-signin-redirect-param': untaken(url),
  'auth-snippet': ignored(anything),
  'auth-tls-error-page': refused(errorPage),
  'auth-tls-match-cn': refused(commonName),
  'auth-tls-pass-certificate-to-upstream': refused(boolean),
  'auth-tls-secret': denied(namespacedName),
  'auth-tls-verify-client': ignored(
    oneOf(['on', 'off', 'optional', 'optional_no_ca']),
    'certificates are required',
  ),
  'auth-tls-verify-depth': ignored(integer),
  'auth-type': denied(oneOf(['basic', 'digest'])),
  'auth-url': denied(serviceUrl),
  'backend-protocol': ignored(
    oneOf(['auto_http', 'http', 'https', 'grpc', 'grpcs', 'fcgi'], {
      anyCase: true,
    }),
    'HTTP is spoken',
  ),
  canary: ignored(boolean, 'the Ingress is no canary'),
  'canary-by-cookie': ignored(plainText),
  'canary-by-header': ignored(plainText),
  'canary-by-header-pattern': ignored(pattern),
  'canary-by-header-value': ignored(plainText),
  'canary-weight': ignored(integer, 'the canary gets nothing by weight'),
  'canary-weight-total': ignored(integer, 'the total is 100'),
  'client-body-buffer-size': untaken(size),
  'configuration-snippet': ignored(anything),
  'connection-proxy-header': untaken(oneOf(['close', 'keep-alive'])),
  'cors-allow-credentials': ignored(boolean, 'credentials are allowed'),
  'cors-allow-headers': ignored(headerNames, 'a list of its own applies'),
  'cors-allow-methods': ignored(methods, 'all usual methods are allowed'),
  'cors-allow-origin': ignored(origins, 'every origin is allowed'),
  'cors-expose-headers': ignored(exposedHeaders),
  'cors-max-age': ignored(integer, 'it is 1728000 seconds'),
  'custom-headers': untaken(objectName),
  'custom-http-errors': untaken(errorCodes),
  'default-backend': untaken(serviceName),
  'denylist-source-range': denied(addressRanges),
  'disable-proxy-intercept-errors': untaken(boolean),
  'enable-access-log': ignored(boolean),
  'enable-cors': ignored(boolean, 'there is no CORS'),
  'enable-global-auth': untaken(boolean),
  'enable-modsecurity': ignored(boolean),
  'enable-opentelemetry': untaken(boolean),
  'enable-owasp-core-rules': ignored(boolean),
  'enable-rewrite-log': ignored(boolean),
  'fastcgi-index': untaken(matching(/^[A-Za-z0-9.\-_]+$/, 'name of a file')),
  'fastcgi-params-configmap': untaken(objectName),
  'force-ssl-redirect': ignored(boolean),
  'from-to-www-redirect': refused(boolean),
  'http2-push-preload': untaken(boolean),
  'limit-allowlist': refused(addressRanges),
  'limit-burst-multiplier': ignored(integer, 'it is 5'),
  'limit-connections': refused(integer),
  'limit-rate': ignored(integer),
  'limit-rate-after': ignored(integer),
  'limit-rpm': refused(integer),
  'limit-rps': refused(integer),
  'limit-whitelist': refused(addressRanges),
  'load-balance': untaken(
    oneOf([
      'round_robin',
      'chash',
      'chashsubset',
      'sticky_balanced',
      'sticky_persistent',
      'ewma',
    ]),
  ),
  'mirror-host': untaken(serverName),
  'mirror-request-body': untaken(onOff, 'the body is copied'),
  'mirror-target': untaken(serverName),
  'modsecurity-snippet': ignored(anything),
  'modsecurity-transaction-id': ignored(variables),
  'opentelemetry-operation-name': untaken(
    matching(/^[A-Za-z0-9_-]*$/, 'name of letters and digits'),
  ),
  'opentelemetry-trust-incoming-span': untaken(boolean),
  'permanent-redirect': ignored(redirectUrl),
  'permanent-redirect-code': ignored(statusFrom(300, 308), 'it is 301'),
  'preserve-trailing-slash': ignored(boolean),
  'proxy-body-size': ignored(size, 'the limit is the default one'),
  'proxy-buffer-size': ignored(size),
  'proxy-buffering': ignored(onOff),
  'proxy-buffers-number': ignored(integer),
  'proxy-busy-buffers-size': ignored(size),
  'proxy-connect-timeout': ignored(integer, 'it is 5 seconds'),
  'proxy-cookie-domain': ignored(plainText),
  'proxy-cookie-path': ignored(url),
  'proxy-http-version': ignored(oneOf(['1.0', '1.1'])),
  'proxy-max-temp-file-size': ignored(size),
  'proxy-next-upstream': ignored(retryConditions),
  'proxy-next-upstream-timeout': ignored(integer),
  'proxy-next-upstream-tries': ignored(integer),
  'proxy-read-timeout': ignored(integer, 'it is 60 seconds'),
  'proxy-redirect-from': ignored(pattern),
  'proxy-redirect-to': ignored(pattern),
  'proxy-request-buffering': ignored(onOff),
  'proxy-send-timeout': ignored(integer, 'it is 60 seconds'),
  'proxy-ssl-ciphers': ignored(
    matching(/^[A-Za-z0-9+:_\-!]*$/, 'list of ciphers'),
  ),
  'proxy-ssl-name': ignored(serverName),
  'proxy-ssl-protocols': ignored(tlsProtocols),
  'proxy-ssl-secret': denied(namespacedName),
  'proxy-ssl-server-name': ignored(onOff, 'no server name is sent'),
  'proxy-ssl-verify': ignored(onOff, 'nothing is verified'),
  'proxy-ssl-verify-depth': ignored(integer),
  'relative-redirects': untaken(boolean),
  'rewrite-target': ignored(pathWithGroups, 'paths are not rewritten'),
  satisfy: untaken(oneOf(['all', 'any'])),
  'server-alias': untaken(serverNames),
  'server-snippet': ignored(anything),
  'service-upstream': untaken(boolean),
  'session-cookie-change-on-failure': ignored(boolean),
  'session-cookie-conditional-samesite-none': ignored(boolean),
  'session-cookie-domain': ignored(plainText),
  'session-cookie-expires': ignored(cookieSeconds),
  'session-cookie-max-age': ignored(cookieSeconds),
  'session-cookie-name': ignored(plainText, 'it is INGRESSCOOKIE'),
  'session-cookie-path': ignored(url),
  'session-cookie-samesite': ignored(
    oneOf(['none', 'lax', 'strict'], { anyCase: true }),
  ),
  'session-cookie-secure': ignored(boolean),
  'ssl-ciphers': untaken(ciphers),
  'ssl-passthrough': untaken(boolean),
  'ssl-prefer-server-ciphers': untaken(boolean),
  'ssl-redirect': ignored(boolean, 'the default applies'),
  'stream-snippet': ignored(anything),
  'temporal-redirect': ignored(redirectUrl),
  'temporal-redirect-code': ignored(statusFrom(300, 308), 'it is 302'),
  'upstream-hash-by': untaken(variables),
  'upstream-hash-by-subset': untaken(boolean),
  'upstream-hash-by-subset-size': untaken(integer, 'it is 3'),
  'upstream-vhost': untaken(serverName),
  'use-port-in-redirects': untaken(boolean),
  'use-regex': ignored(boolean, 'paths are no patterns'),
  'whitelist-source-range': denied(addressRanges),
  'x-forwarded-prefix': untaken(pathWithGroups),
} as const satisfies Record<CurrentName, ValueRule>;

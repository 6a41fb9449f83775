import { parseBoolean } from '../values/goValues';
import { backendProtocol, backendVerification } from './backendOverrides';
import { blocked, dropped, Override, Overrides } from './Override';
import { rewriteTarget } from './rewriteTarget';

type ByValue = (value: string) => Overrides | undefined;

const turnedOff = dropped('Turned off: there is nothing to carry over.');
const isDefault = dropped('It asks for what is the default anyway.');

/** Annotations that ask for something when true, and for nothing when false. */
const switches = [
  'auth-always-set-cookie',
  'auth-keepalive-share-vars',
  'auth-tls-pass-certificate-to-upstream',
  'canary',
  'disable-proxy-intercept-errors',
  'enable-cors',
  'enable-modsecurity',
  'enable-opentelemetry',
  'enable-owasp-core-rules',
  'enable-rewrite-log',
  'force-ssl-redirect',
  'from-to-www-redirect',
  'http2-push-preload',
  'preserve-trailing-slash',
  'relative-redirects',
  'service-upstream',
  'session-cookie-change-on-failure',
  'session-cookie-conditional-samesite-none',
  'session-cookie-secure',
  'ssl-passthrough',
  'ssl-prefer-server-ciphers',
  'upstream-hash-by-subset',
  'use-port-in-redirects',
  'use-regex',
];

const whenFalse: ByValue = value =>
  parseBoolean(value) === false ? turnedOff : undefined;

const whenTrueIsDefault: ByValue = value =>
  parseBoolean(value) === true ? isDefault : undefined;

const whenZero: ByValue = value =>
  /^[+-]?0+$/.test(value)
    ? dropped('Zero asks for no limit, and there is none.')
    : undefined;

function whenValue(word: string, overrides: Overrides): ByValue {
  return value => (value.trim().toLowerCase() === word ? overrides : undefined);
}

const withVariables: ByValue = value =>
  value.includes('$')
    ? blocked('NGINX variables in a value have no equivalent.')
    : undefined;

/** Statuses that redirects of the Gateway API can have: two always, three more from bundle v1.5 on. */
const redirectStatus: ByValue = value => {
  const status = Number(value);
  const field = 'HTTPRoute rules[].filters[].requestRedirect.statusCode';
  if (status === 301 || status === 302) {
    return {
      all: {
        outcome: 'portable',
        reason: 'Redirects of the Gateway API can have this status.',
        replacement: field,
        since: 'v1.2.1',
      },
    };
  }
  return status === 303 || status === 307 || status === 308
    ? {
        all: {
          outcome: 'portable',
          reason:
            'Redirects of the Gateway API can have this status from bundle v1.5 on.',
          replacement: field,
          since: 'v1.5.1',
        },
      }
    : blocked('Redirects of the Gateway API cannot have this status.');
};

const redirectUrl: ByValue = value => {
  const override: Override = {
    outcome: 'changes-behaviour',
    reason:
      'The parts of the URL are given one by one, and its query cannot be.',
    replacement: 'HTTPRoute rules[].filters[].requestRedirect',
    since: 'v1.2.1',
  };
  return value.includes('?') ? { all: override } : undefined;
};

const mirrorTarget: ByValue = value => {
  const host = /^https?:\/\/([^/:?$]+)/i.exec(value.trim())?.[1];
  return host === undefined || /\.svc(?:\.|$)/i.test(host)
    ? undefined
    : blocked(
        'Requests can be copied to Services of the cluster only, and this is a URL elsewhere.',
      );
};

const serverAlias: ByValue = value =>
  value.split(',').some(name => /[~^$()[\]{}+?|\\]/.test(name))
    ? blocked('Routes list host names, and no patterns for them.')
    : undefined;

const byName: ReadonlyMap<string, ByValue> = new Map<string, ByValue>([
  ...switches.map(name => [name, whenFalse] as const),
  ...['enable-access-log', 'enable-global-auth', 'cors-allow-credentials'].map(
    name => [name, whenTrueIsDefault] as const,
  ),
  ...['limit-connections', 'limit-rate', 'limit-rpm', 'limit-rps'].map(
    name => [name, whenZero] as const,
  ),
  ['affinity-mode', whenValue('balanced', isDefault)],
  [
    'auth-tls-verify-client',
    whenValue('off', dropped('No certificate is asked for.')),
  ],
  ['backend-protocol', backendProtocol],
  ['load-balance', whenValue('round_robin', isDefault)],
  ['mirror-target', mirrorTarget],
  ['permanent-redirect', redirectUrl],
  ['permanent-redirect-code', redirectStatus],
  [
    'proxy-body-size',
    value =>
      /^0+[bkmg]?$/i.test(value)
        ? dropped('Zero asks for no limit, and there is none.')
        : undefined,
  ],
  ['proxy-buffering', whenValue('off', isDefault)],
  [
    'proxy-request-buffering',
    whenValue('off', dropped('Bodies are streamed there anyway.')),
  ],
  ['proxy-ssl-verify', backendVerification],
  ['rewrite-target', rewriteTarget],
  ['satisfy', whenValue('all', isDefault)],
  ['server-alias', serverAlias],
  [
    'ssl-redirect',
    value =>
      parseBoolean(value) === false
        ? dropped('There is no redirect unless a route asks for one.')
        : undefined,
  ],
  ['temporal-redirect', redirectUrl],
  ['temporal-redirect-code', redirectStatus],
  ['upstream-vhost', withVariables],
  ['x-forwarded-prefix', withVariables],
]);

/** What the value of an annotation makes of its verdicts; `undefined` when nothing. */
export function valueOverrides(
  name: string,
  value: string,
): Overrides | undefined {
  return byName.get(name)?.(value);
}

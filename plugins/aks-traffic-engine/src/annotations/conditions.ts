import { parseBoolean } from './values/goValues';

/** The values of one object's annotations, by name without prefix. */
export type AnnotationValues = ReadonlyMap<string, string>;

interface Condition {
  /** Whether the annotation has an effect beside the others of its object. */
  holds: (values: AnnotationValues) => boolean;
  /** Why it has none, as a sentence. */
  otherwise: string;
}

const isOn = (name: string) => (values: AnnotationValues) =>
  parseBoolean(values.get(name) ?? '') === true;

const isSet = (name: string) => (values: AnnotationValues) =>
  (values.get(name) ?? '') !== '';

const limits = ['limit-rps', 'limit-rpm', 'limit-connections'].map(isSet);

/** Conditions on annotations whose names begin in a certain way, but for the one that is the condition. */
const byPrefix: readonly [prefix: string, except: string, Condition][] = [
  [
    'cors-',
    'enable-cors',
    {
      holds: isOn('enable-cors'),
      otherwise: 'Nothing reads it unless enable-cors is true.',
    },
  ],
  [
    'auth-tls-',
    'auth-tls-secret',
    {
      holds: isSet('auth-tls-secret'),
      otherwise: 'Nothing reads it without auth-tls-secret.',
    },
  ],
  [
    'proxy-ssl-',
    'proxy-ssl-secret',
    {
      holds: isSet('proxy-ssl-secret'),
      otherwise: 'Nothing reads it without proxy-ssl-secret.',
    },
  ],
  [
    'session-cookie-',
    'affinity',
    {
      holds: values => values.get('affinity')?.trim() === 'cookie',
      otherwise: 'Nothing reads it unless affinity is cookie.',
    },
  ],
  [
    'canary-',
    'canary',
    {
      holds: isOn('canary'),
      otherwise: 'Nothing reads it unless canary is true.',
    },
  ],
  [
    'fastcgi-',
    'backend-protocol',
    {
      holds: values =>
        values.get('backend-protocol')?.trim().toLowerCase() === 'fcgi',
      otherwise: 'Nothing reads it unless backend-protocol is FCGI.',
    },
  ],
  [
    'upstream-hash-by-',
    'upstream-hash-by',
    {
      holds: isSet('upstream-hash-by'),
      otherwise: 'Nothing reads it without upstream-hash-by.',
    },
  ],
];

const needsAuthUrl: Condition = {
  holds: isSet('auth-url'),
  otherwise: 'Nothing reads it without auth-url.',
};

const needsAuthType: Condition = {
  holds: isSet('auth-type'),
  otherwise: 'Nothing reads it without auth-type.',
};

const needsLimit: Condition = {
  holds: values => limits.some(holds => holds(values)),
  otherwise: 'Nothing reads it without a limit to apply it to.',
};

const needsMirror: Condition = {
  holds: isSet('mirror-target'),
  otherwise: 'Nothing reads it without mirror-target.',
};

const noTemporalRedirect: Condition = {
  holds: values => !isSet('temporal-redirect')(values),
  otherwise: 'temporal-redirect goes before it.',
};

function yieldsTo(name: string): Condition {
  return {
    holds: values => !isSet(name)(values),
    otherwise: `${name} goes before it.`,
  };
}

const byName: Readonly<Record<string, readonly Condition[]>> = {
  'auth-secret': [needsAuthType],
  'auth-secret-type': [needsAuthType],
  'auth-realm': [needsAuthType],
  'auth-method': [needsAuthUrl],
  'auth-signin': [needsAuthUrl],
  'auth-signin-redirect-param': [needsAuthUrl],
  'auth-request-redirect': [needsAuthUrl],
  'auth-response-headers': [needsAuthUrl],
  'auth-proxy-set-headers': [needsAuthUrl],
  'auth-always-set-cookie': [needsAuthUrl],
  'auth-snippet': [needsAuthUrl],
  'auth-cache-key': [needsAuthUrl],
  'auth-cache-duration': [needsAuthUrl],
  'auth-keepalive': [needsAuthUrl],
  'auth-keepalive-requests': [needsAuthUrl],
  'auth-keepalive-share-vars': [needsAuthUrl],
  'auth-keepalive-timeout': [needsAuthUrl],
  'canary-by-header-value': [
    {
      holds: isSet('canary-by-header'),
      otherwise: 'Nothing reads it without canary-by-header.',
    },
  ],
  'canary-by-header-pattern': [
    {
      holds: isSet('canary-by-header'),
      otherwise: 'Nothing reads it without canary-by-header.',
    },
    yieldsTo('canary-by-header-value'),
  ],
  'limit-allowlist': [needsLimit],
  'limit-whitelist': [yieldsTo('limit-allowlist'), needsLimit],
  'limit-burst-multiplier': [needsLimit],
  'mirror-host': [needsMirror],
  'mirror-request-body': [needsMirror],
  'permanent-redirect': [noTemporalRedirect],
  'permanent-redirect-code': [
    {
      holds: isSet('permanent-redirect'),
      otherwise: 'Nothing reads it without permanent-redirect.',
    },
    noTemporalRedirect,
  ],
  'temporal-redirect-code': [
    {
      holds: isSet('temporal-redirect'),
      otherwise: 'Nothing reads it without temporal-redirect.',
    },
  ],
  'whitelist-source-range': [yieldsTo('allowlist-source-range')],
};

/** What a canary keeps of its own; everything else comes from the Ingress it is the canary of. */
const ownOfCanary =
  /^(?:canary|affinity|session-cookie|upstream-hash-by|load-balance)/;

/**
 * Why an annotation has no effect beside the others of the same object, as a sentence; `undefined` when it has one.
 * Whether the values are valid does not matter here.
 */
export function withoutEffectBecause(
  name: string,
  values: AnnotationValues,
): string | undefined {
  for (const [prefix, except, condition] of byPrefix) {
    if (
      name !== except &&
      name.startsWith(prefix) &&
      !condition.holds(values)
    ) {
      return condition.otherwise;
    }
  }
  const conditions = Object.hasOwn(byName, name) ? byName[name] : [];
  const failed = conditions.find(({ holds }) => !holds(values));
  if (failed !== undefined) {
    return failed.otherwise;
  }
  return isOn('canary')(values) && !ownOfCanary.test(name)
    ? 'A canary has none of its own: what the Ingress it is the canary of says counts.'
    : undefined;
}

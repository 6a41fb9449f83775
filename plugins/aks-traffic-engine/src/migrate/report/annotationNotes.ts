import {
  AnnotationVerdict,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { MigrationNote } from '../types';

/** Annotations that the routes themselves express, whatever the target. */
const carriedOver: ReadonlySet<string> = new Set([
  'app-root',
  'backend-protocol',
  'canary',
  'canary-by-cookie',
  'canary-by-header',
  'canary-by-header-pattern',
  'canary-by-header-value',
  'canary-weight',
  'canary-weight-total',
  'cors-allow-credentials',
  'cors-allow-headers',
  'cors-allow-methods',
  'cors-allow-origin',
  'cors-expose-headers',
  'cors-max-age',
  'enable-cors',
  'force-ssl-redirect',
  'from-to-www-redirect',
  'mirror-target',
  'permanent-redirect',
  'permanent-redirect-code',
  'proxy-read-timeout',
  'proxy-ssl-name',
  'rewrite-target',
  'server-alias',
  'ssl-passthrough',
  'ssl-redirect',
  'temporal-redirect',
  'temporal-redirect-code',
  'upstream-vhost',
  'use-regex',
  'x-forwarded-prefix',
]);

const carriedOverAt: Record<MigrationTarget, ReadonlySet<string>> = {
  'app-routing-gateway-api': new Set(),
  'application-gateway-for-containers': new Set([
    'affinity',
    'session-cookie-max-age',
    'session-cookie-name',
  ]),
  istio: new Set([
    'affinity',
    'allowlist-source-range',
    'denylist-source-range',
    'proxy-connect-timeout',
    'session-cookie-max-age',
    'session-cookie-name',
    'whitelist-source-range',
  ]),
};

/** A note for each annotation that no step has said anything about yet. */
export function annotationNotes(
  verdicts: readonly AnnotationVerdict[],
  target: MigrationTarget,
  notes: readonly MigrationNote[],
): MigrationNote[] {
  const told = new Set(
    notes.map(({ object, about }) => `${JSON.stringify(object)} ${about}`),
  );
  return verdicts
    .filter(
      ({ object, name }) => !told.has(`${JSON.stringify(object)} ${name}`),
    )
    .map(verdict => noteOf(verdict, target));
}

function noteOf(
  verdict: AnnotationVerdict,
  target: MigrationTarget,
): MigrationNote {
  const { object, name, nearest, problem, effective, targets } = verdict;
  const about = name;
  const found = targets.find(each => each.target === target);
  const wrong = problem === undefined ? '' : ` ${problem}`;
  if (nearest !== undefined || !found || found.outcome === 'unknown') {
    return {
      object,
      about,
      attention: 'decide',
      message: `No release of ingress-nginx is known to read it${
        nearest === undefined ? '' : `; ${nearest} is the nearest name`
      }. Find out what was meant.`,
    };
  }
  if (verdict.redacted) {
    return {
      object,
      about,
      attention: 'decide',
      message: `Not carried over: its value is shown to the owners of the entity only. Let an owner do this, or look at the Ingress. ${found.reason}`,
    };
  }
  if (effective === false) {
    return {
      object,
      about,
      attention: 'done',
      message: `It has no effect today, so nothing is lost.${wrong}`,
    };
  }
  if (carriedOver.has(name) || carriedOverAt[target].has(name)) {
    return {
      object,
      about,
      attention: found.outcome === 'changes-behaviour' ? 'check' : 'done',
      message: `Carried over. ${found.reason}${wrong}`,
    };
  }
  const isDone = found.outcome === 'drop';
  const lost =
    found.outcome === 'portable'
      ? 'Not carried over, and to be written by hand.'
      : 'Not carried over.';
  return {
    object,
    about,
    attention: isDone ? 'done' : 'decide',
    message: `${isDone ? 'Left out.' : lost} ${found.reason}${
      !isDone && found.replacement !== undefined
        ? ` What there is: ${found.replacement}.`
        : ''
    }${wrong}`,
  };
}

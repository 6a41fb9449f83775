import { AnnotationVerdict } from 'backstage-plugin-aks-traffic-common';
import { parseBoolean } from '../../annotations/values/goValues';
import { parseAddressRanges } from '../../annotations/values/parseAddressRanges';
import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { MigrationOpening } from '../types';
import { otherGuards } from './otherOpenings';

/** Directives of NGINX that decide who gets through. */
const accessDirective =
  /(?:^|[\s;{])(?:allow|deny|satisfy|internal|limit_except|secure_link|auth_[a-z_]+|(?:access|rewrite)_by_lua\w*|return\s+4\d\d)\b/;

/** What keeps callers out today, by annotation: what it is, and whether a value of it does. */
const guards: Record<
  string,
  { what: string; isOn?: (value: string, source: IngressSource) => boolean }
> = {
  'auth-url': { what: 'external authentication' },
  'auth-type': { what: 'a password' },
  'auth-tls-secret': {
    what: 'a client certificate',
    isOn: (_, { nginx }) =>
      nginx.get('auth-tls-verify-client')?.trim() !== 'off',
  },
  'allowlist-source-range': { what: 'a limit on source addresses' },
  'whitelist-source-range': { what: 'a limit on source addresses' },
  'denylist-source-range': { what: 'a limit on source addresses' },
  'configuration-snippet': {
    what: 'raw configuration about access',
    isOn: value => accessDirective.test(value),
  },
  'server-snippet': {
    what: 'raw configuration about access',
    isOn: value => accessDirective.test(value),
  },
};

/** The annotations of an Ingress that keep callers out today, whatever a target makes of them. */
export function guardsOf(source: IngressSource): string[] {
  return [
    ...Object.keys(guards).filter(name => isGuarding(source, name)),
    ...otherGuards(source),
  ];
}

/** What is not shown may keep callers out. */
function isGuarding(source: IngressSource, name: string): boolean {
  const value = source.nginx.get(name)?.trim() ?? '';
  return (
    source.withheld.has(name) ||
    (value !== '' && guards[name].isOn?.(value, source) !== false)
  );
}

/**
 * What keeps callers out of the paths of an Ingress and would not at the target. A route that answers everybody in place
 * of one that asked who calls is the worst outcome of a move, so it is made by request only.
 */
export function openingsOf(
  source: IngressSource,
  verdicts: readonly AnnotationVerdict[],
  context: MigrationContext,
): MigrationOpening[] {
  // A canary has no settings of its own, and nothing looks into TLS that is passed on.
  if (
    source.isCanary ||
    parseBoolean(source.nginx.get('ssl-passthrough') ?? '') === true
  ) {
    return [];
  }
  return verdicts.flatMap(verdict => {
    const guard = guards[verdict.name];
    const value = source.nginx.get(verdict.name)?.trim() ?? '';
    const isWithheld = source.withheld.has(verdict.name);
    if (
      !guard ||
      verdict.effective === false ||
      !isGuarding(source, verdict.name) ||
      (!isWithheld && isCarriedOver(verdict.name, value, context))
    ) {
      return [];
    }
    const target = verdict.targets.find(each => each.target === context.target);
    return [
      {
        object: source.reference,
        annotation: verdict.name,
        message: isWithheld
          ? `The value of ${verdict.name} is shown to the owners of the entity only, so whether it keeps callers out is not known: let an owner do this.`
          : [
              `${verdict.name} asks for ${guard.what}, and nothing that is written for the target does.`,
              target?.reason,
              target?.replacement && `What there is: ${target.replacement}.`,
              'Set that up by hand, or do it in the service or in a proxy before it.',
            ]
              .filter(Boolean)
              .join(' '),
      },
    ];
  });
}

/** Limits on source addresses are policies of the mesh; one that names no address can be no policy. */
function isCarriedOver(
  name: string,
  value: string,
  { target }: MigrationContext,
): boolean {
  return (
    target === 'istio' &&
    name.endsWith('-source-range') &&
    parseAddressRanges(value) !== undefined
  );
}

import { IngressSource, SourcePath } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { resolveBackend } from './backends';
import { isHeaderName } from './fieldValues';
import { RouteFields, RouteRule, RuleBackend } from './RouteRule';
import { weightsOf } from './weights';

/** Rules of one path with its canaries merged into it. */
export function withCanaries(
  rule: RouteRule,
  canaries: readonly IngressSource[],
  context: MigrationContext,
): RouteRule[] {
  const found = canaries.flatMap(canary =>
    canary.paths
      .filter(path => isSamePlace(path, rule.path))
      .map(path => ({ canary, path })),
  );
  if (found.length === 0) {
    return [rule];
  }
  const [{ canary, path }, ...others] = found;
  if (rule.backends.length === 0) {
    context.note(
      canary,
      'decide',
      'canary',
      `${path.path} is answered by a redirect of ${rule.source.reference.name}, so no request reaches a canary.`,
    );
    return [rule];
  }
  for (const other of others) {
    context.note(
      other.canary,
      'decide',
      'canary',
      `NGINX takes one canary for a path, and ${canary.reference.name} is it; the backend of this one gets no traffic.`,
    );
  }
  const backend = path.backend && resolveBackend(canary, path.backend, context);
  if (!backend || 'reason' in backend) {
    context.note(
      canary,
      'decide',
      'canary',
      `The canary of ${path.path} is left out: ${
        backend?.reason ?? 'its backend is no Service'
      }.`,
    );
    return [rule];
  }
  return [
    ...headerRules(rule, canary, backend, context),
    weighted(rule, canary, backend, context),
  ];
}

/** Whether two paths are about the same requests. */
export function isSamePlace(left: SourcePath, right: SourcePath): boolean {
  return (
    left.host === right.host &&
    left.path === right.path &&
    left.isDefault === right.isDefault
  );
}

/** Requests that carry the header or the cookie always go to the canary, and are matched first. */
function headerRules(
  rule: RouteRule,
  canary: IngressSource,
  backend: RuleBackend,
  context: MigrationContext,
): RouteRule[] {
  const header = canary.nginx.get('canary-by-header') ?? '';
  const cookie = canary.nginx.get('canary-by-cookie') ?? '';
  const rules: RouteRule[] = [];
  if (header !== '' && !isHeaderName(header)) {
    context.note(
      canary,
      'decide',
      'canary-by-header',
      `${header} is no name of a header that a route takes, so nothing is matched by it.`,
    );
  } else if (header !== '') {
    rules.push(toCanary(rule, [headerMatch(canary, header)], backend));
    if (isSwitch(canary)) {
      rules.push({
        ...rule,
        headers: [{ type: 'Exact', name: header, value: 'never' }],
      });
    }
  }
  if (cookie !== '') {
    context.note(
      canary,
      'check',
      'canary-by-cookie',
      `The cookie ${cookie} is matched by a regular expression over the Cookie header; test it with the cookies your clients send.`,
    );
    rules.push(toCanary(rule, [cookieMatch(cookie, 'always')], backend), {
      ...rule,
      headers: [cookieMatch(cookie, 'never')],
    });
  }
  return rules;
}

function cookieMatch(name: string, value: string): RouteFields {
  return {
    type: 'RegularExpression',
    name: 'Cookie',
    value: `(.*;\\s*)?${escaped(name)}=${value}(;.*)?`,
  };
}

function isSwitch({ nginx }: IngressSource): boolean {
  return (
    (nginx.get('canary-by-header-value') ?? '') === '' &&
    (nginx.get('canary-by-header-pattern') ?? '') === ''
  );
}

function headerMatch({ nginx }: IngressSource, name: string): RouteFields {
  const value = nginx.get('canary-by-header-value') ?? '';
  const pattern = nginx.get('canary-by-header-pattern') ?? '';
  if (value === '' && pattern !== '') {
    // NGINX looks for the pattern anywhere in the value, a Gateway compares the whole value.
    return {
      type: 'RegularExpression',
      name,
      value: `.*(?:${pattern}).*`,
    };
  }
  return { type: 'Exact', name, value: value === '' ? 'always' : value };
}

function toCanary(
  rule: RouteRule,
  headers: RouteFields[],
  backend: RuleBackend,
): RouteRule {
  return { ...rule, headers, backends: [backend] };
}

function weighted(
  rule: RouteRule,
  canary: IngressSource,
  backend: RuleBackend,
  context: MigrationContext,
): RouteRule {
  const total = wholeNumber(canary.nginx.get('canary-weight-total')) || 100;
  const weight = Math.min(
    wholeNumber(canary.nginx.get('canary-weight')),
    total,
  );
  context.note(
    canary,
    'done',
    'canary',
    `Merged into the route of ${rule.source.reference.name}: ${weight} of ${total} requests go to ${backend.service}.`,
  );
  if (weight === 0) {
    return rule;
  }
  const shares = weightsOf(weight, total);
  return {
    ...rule,
    backends: [
      ...rule.backends.map(stable => ({ ...stable, weight: shares.stable })),
      { ...backend, weight: shares.canary },
    ],
  };
}

function wholeNumber(value = ''): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : 0;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { IngressSource, SourcePath } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { isRegularExpression } from './pathMatch';
import { RouteFields } from './RouteRule';

/** A path and what is left of it for the backend. */
export interface Rewrite {
  /** Takes the place of the match that the path alone would give. */
  match?: RouteFields;
  filter?: RouteFields;
}

/** `/api(/|$)(.*)`, `/()(.*)` and the like: a prefix, and its rest in the last group. */
const prefixAndRest =
  /^\^?(\/[^\\^$*+?()[\]{}|]*?)\/?(\(\/\|\$\)|\(\)|\/\??|\/)?\(\.\*\)\$?$/;

/**
 * What `rewrite-target` does to a path: a Gateway replaces a prefix or the whole path, and knows no capture groups.
 * Patterns that come to one of these are carried over, others are left for a person.
 */
export function rewriteOf(
  source: IngressSource,
  { path }: SourcePath,
  context: MigrationContext,
): Rewrite {
  const target = source.nginx.get('rewrite-target') ?? '';
  if (target === '') {
    return {};
  }
  const filled = withoutMissingGroups(path, target);
  if (filled !== '' && !/\$\d/.test(filled)) {
    return wholePath(source, path, filled, context);
  }
  const prefix = replacedPrefix(path, target);
  if (prefix && prefix.from === prefix.to) {
    context.note(
      source,
      'done',
      'rewrite-target',
      `${path} rewritten to ${target} is the path that it was, so the route rewrites nothing.`,
    );
    return {};
  }
  if (prefix) {
    context.note(
      source,
      'check',
      'rewrite-target',
      `${path} rewritten to ${target} becomes the prefix ${prefix.from} replaced by ${prefix.to}; what NGINX matched beyond that, such as other case or the beginning of a longer word, no longer is.`,
    );
    return {
      match: { type: 'PathPrefix', value: prefix.from },
      filter: urlRewrite({
        type: 'ReplacePrefixMatch',
        replacePrefixMatch: prefix.to,
      }),
    };
  }
  context.note(
    source,
    'decide',
    'rewrite-target',
    `${path} is rewritten to ${target} by capture groups, which no route can express. The route passes the path on as it is: split it into prefixes with a rewrite each, or rewrite in the service.`,
  );
  return {};
}

/**
 * A group that the path does not have is empty to NGINX: `/(.*)` rewritten to `/$2` is `/`.
 *
 * Source: nginx ngx_http_script.c, ngx_http_script_copy_capture_code.
 */
function withoutMissingGroups(path: string, target: string): string {
  const groups = path.match(/(?<!\\)\((?!\?)/g)?.length ?? 0;
  return target.replace(/\$([1-9])/g, (reference, number) =>
    Number(number) > groups ? '' : reference,
  );
}

/** Without a group NGINX puts the target in the place of the whole path, whatever followed the prefix. */
function wholePath(
  source: IngressSource,
  path: string,
  target: string,
  context: MigrationContext,
): Rewrite {
  context.note(
    source,
    'check',
    'rewrite-target',
    `Every path below ${path} reaches the service as ${target}, as with NGINX; if only the prefix was to be cut off, use ReplacePrefixMatch.`,
  );
  return {
    filter: urlRewrite({ type: 'ReplaceFullPath', replaceFullPath: target }),
  };
}

function replacedPrefix(
  path: string,
  target: string,
): { from: string; to: string } | undefined {
  const [, prefix, separator] = prefixAndRest.exec(path) ?? [];
  if (prefix === undefined) {
    return undefined;
  }
  const group = separator?.startsWith('(') ? 2 : 1;
  const [, before] = new RegExp(`^(/.*?)\\$${group}$`).exec(target) ?? [];
  if (before === undefined || isRegularExpression(before)) {
    return undefined;
  }
  return { from: trimmed(prefix), to: trimmed(before) };
}

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function urlRewrite(path: RouteFields): RouteFields {
  return { type: 'URLRewrite', urlRewrite: { path } };
}

import { IngressSource, SourcePath } from '../ingress/IngressSource';
import { otherSystem } from '../ingress/otherSystems';
import { MigrationContext } from '../MigrationContext';
import { RouteFields } from './RouteRule';

/** The match for a path of an Ingress that another system than ingress-nginx serves, as that system takes it. */
export function otherPathMatch(
  source: IngressSource,
  { path, pathType }: SourcePath,
  context: MigrationContext,
): RouteFields {
  const { title, system } = source.served;
  const { prefix, specific } = otherSystem(system);
  const say = (attention: 'check' | 'decide', message: string) =>
    context.note(source, attention, 'pathType', message);
  if (pathType === 'Exact') {
    return { type: 'Exact', value: path };
  }
  if (pathType === 'Prefix') {
    if (prefix === 'text' && path !== '/') {
      say(
        'check',
        `${title} takes path ${path} also as the beginning of a longer word; the route takes it as a prefix of whole path elements.`,
      );
    }
    return prefixOf(path);
  }
  switch (specific) {
    case 'wildcard':
      return wildcardMatch(path, title, say);
    case 'tilde':
      if (path.startsWith('/~')) {
        say(
          'check',
          `${title} reads ${path} as a regular expression from the start of the path; so does the route, and how regular expressions are ordered among each other is up to the implementation.`,
        );
        return { type: 'RegularExpression', value: openEnded(path.slice(2)) };
      }
      break;
    case 'unknown':
      say(
        'decide',
        `Path ${path} leaves its meaning to ${title}, and what it makes of it is not known here. The route takes it as a prefix of whole path elements: decide what was meant.`,
      );
      return prefixOf(path);
    default:
  }
  if (path !== '/') {
    say(
      'check',
      `Path ${path} leaves its meaning to the implementation; ${title} takes it as the beginning of any path, also of a longer word, and the route as a prefix of whole path elements.`,
    );
  }
  return prefixOf(path);
}

/** Application Gateway matches the whole path unless a star ends it. */
function wildcardMatch(
  path: string,
  title: string,
  say: (attention: 'check' | 'decide', message: string) => void,
): RouteFields {
  if (!path.endsWith('*')) {
    if (path !== '/') {
      say(
        'check',
        `${title} takes ${path} as the whole path, because no star ends it; so does the route. If what is below it was meant too, make it a prefix.`,
      );
      return { type: 'Exact', value: path };
    }
    return prefixOf(path);
  }
  if (path !== '/*') {
    say(
      'check',
      `${title} takes ${path} as everything that begins like that; the route takes it as a prefix of whole path elements, with or without a slash after it.`,
    );
  }
  return prefixOf(path.slice(0, -1));
}

function openEnded(expression: string): string {
  return /(?:\$|\.\*)$/.test(expression)
    ? expression.replace(/\$$/, '')
    : `${expression}.*`;
}

/** A Gateway takes a prefix with and without the slash at its end for the same. */
function prefixOf(path: string): RouteFields {
  return {
    type: 'PathPrefix',
    value: path.length > 1 ? path.replace(/\/$/, '') || '/' : path,
  };
}

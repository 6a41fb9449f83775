import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';

const longestText = 2000;
const longestList = 100;
/** Most characters of JSON that are kept of one object. */
const mostCharacters = 65_536;

const leftOut = '(left out)';

/**
 * Keeps an object from taking more room than somebody would read: long texts and lists are cut, and of an object
 * that is too large all the same only the names stay. What is missing is said in its place.
 */
export function boundObject(object: KubernetesObject): KubernetesObject {
  const bounded = cut(object) as KubernetesObject;
  if (JSON.stringify(bounded).length <= mostCharacters) {
    return bounded;
  }
  const { apiVersion, kind, metadata } = object;
  const { name, namespace } = metadata;
  return {
    apiVersion,
    kind,
    metadata: namespace === undefined ? { name } : { name, namespace },
    [leftOut]: `More than ${mostCharacters} characters.`,
  };
}

function cut(value: unknown): unknown {
  if (typeof value === 'string' && value.length > longestText) {
    const rest = value.length - longestText;
    return `${value.slice(0, longestText)} (${rest} characters left out)`;
  }
  if (Array.isArray(value)) {
    const kept = value.slice(0, longestList).map(cut);
    const rest = value.length - longestList;
    return rest > 0 ? [...kept, `(${rest} more left out)`] : kept;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, cut(field)]),
  );
}

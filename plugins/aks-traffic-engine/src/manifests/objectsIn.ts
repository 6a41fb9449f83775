import { KubernetesObject } from '../model/observation';
import { entriesField, property, textField } from '../objects/field';
import { isKubernetesObject } from '../objects/isKubernetesObject';
import { DocumentProblem, ParsedDocument } from './ParsedDocument';

/** Deeper values are no manifests, and would exhaust the stack of whatever walks them. */
const maxDepth = 100;

/** The Kubernetes objects of a document, with lists taken apart. */
export function objectsIn(document: ParsedDocument): {
  objects: KubernetesObject[];
  problems: DocumentProblem[];
} {
  if ('problems' in document) {
    return { objects: [], problems: document.problems };
  }
  const { line, value } = document;
  if (isDeeperThan(value, maxDepth)) {
    return { objects: [], problems: [{ line, message: 'nested too deeply' }] };
  }
  const objects: KubernetesObject[] = [];
  const problems: DocumentProblem[] = [];
  for (const { item, name } of itemsOf(value)) {
    const message = problemWith(item, name);
    if (message !== undefined) {
      problems.push({ line, message });
    }
    if (isKubernetesObject(item) && !isSecret(item)) {
      objects.push(item);
    }
  }
  return { objects, problems };
}

interface Item {
  item: unknown;
  /** How the item is called inside its list. */
  name: string;
}

function itemsOf(value: unknown): Item[] {
  const items = listItems(value);
  return items === undefined
    ? [{ item: value, name: 'the document' }]
    : items.flatMap((item, number) => {
        const nested = listItems(item);
        return nested === undefined
          ? [{ item, name: `item ${number + 1}` }]
          : nested.map((inner, place) => ({
              item: inner,
              name: `item ${place + 1} of item ${number + 1}`,
            }));
      });
}

/** The items of a `List` or of a typed list, whose items an API server sends without version and kind. */
function listItems(value: unknown): unknown[] | undefined {
  const kind = textField(value, 'kind');
  const items = property(value, 'items');
  if (kind === undefined || !kind.endsWith('List') || !Array.isArray(items)) {
    return undefined;
  }
  const apiVersion = textField(value, 'apiVersion');
  const itemKind = kind.slice(0, -'List'.length);
  if (itemKind === '' || apiVersion === undefined) {
    return items;
  }
  return items.map(item =>
    typeof item === 'object' &&
    item !== null &&
    !Array.isArray(item) &&
    property(item, 'kind') === undefined
      ? { apiVersion, kind: itemKind, ...item }
      : item,
  );
}

function problemWith(item: unknown, name: string): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return `${name} is no object`;
  }
  if (!isKubernetesObject(item)) {
    return `${name} is no Kubernetes object: it needs apiVersion, kind and metadata.name as texts`;
  }
  for (const map of ['annotations', 'labels']) {
    for (const [key, value] of entriesField(item, `metadata.${map}`)) {
      if (typeof value !== 'string') {
        return `${item.kind} ${item.metadata.name}: metadata.${map}["${key}"] is no text and is not counted; put it in quotes, or an API server refuses the object`;
      }
    }
  }
  return undefined;
}

function isSecret({ apiVersion, kind }: KubernetesObject): boolean {
  return apiVersion === 'v1' && kind === 'Secret';
}

/** Walks level by level, so that depth costs no stack. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level: object[] = isBranch(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= limit) {
      return true;
    }
    const next = new Set<object>();
    for (const node of level) {
      for (const child of Object.values(node)) {
        if (isBranch(child)) {
          next.add(child);
        }
      }
    }
    level = [...next];
  }
  return false;
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

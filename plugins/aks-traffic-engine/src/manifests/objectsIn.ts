import { KubernetesObject } from '../model/observation';
import { entriesField, property, textField } from '../objects/field';
import { isKubernetesObject } from '../objects/isKubernetesObject';
import { isToolFile } from './isToolFile';
import { DocumentProblem, ParsedDocument } from './ParsedDocument';

/** Deeper values are no manifests, and would exhaust the stack of whatever walks them. */
const maxDepth = 100;

/** An object and the line it begins at. */
export interface LocatedObject {
  object: KubernetesObject;
  line: number;
}

/** The Kubernetes objects of a document, with lists taken apart. */
export function objectsIn(document: ParsedDocument): {
  objects: LocatedObject[];
  problems: DocumentProblem[];
} {
  if ('problems' in document) {
    return { objects: [], problems: document.problems };
  }
  if (isDeeperThan(document.value, maxDepth)) {
    const { line } = document;
    return { objects: [], problems: [{ line, message: 'nested too deeply' }] };
  }
  const objects: LocatedObject[] = [];
  const problems: DocumentProblem[] = [];
  for (const { item, name, line, problems: known } of itemsOf(document)) {
    if (known !== undefined) {
      problems.push(...known);
      continue;
    }
    if (isToolFile(item)) {
      continue;
    }
    const message = problemWith(item, name);
    if (message !== undefined) {
      problems.push({ line, message });
    }
    if (isKubernetesObject(item) && !isSecret(item)) {
      objects.push({ object: item, line });
    }
  }
  return { objects, problems };
}

interface Item {
  item: unknown;
  /** How the item is called inside its list. */
  name: string;
  line: number;
  problems?: DocumentProblem[];
}

function* itemsOf(
  document: Exclude<ParsedDocument, { problems: unknown }>,
): Generator<Item> {
  const { line, list, itemLines, itemProblems } = document;
  const value = list ? withListKind(document.value, list) : document.value;
  const items = listItems(value);
  if (items === undefined) {
    const name = list ? `item ${list.place + 1}` : 'the document';
    yield { item: value, name, line };
    return;
  }
  for (const [place, item] of items.entries()) {
    const at = { line: itemLines?.[place] ?? line };
    const number = `item ${place + 1}${
      list ? ` of item ${list.place + 1}` : ''
    }`;
    const problems = itemProblems?.get(place);
    const nested = problems ? undefined : listItems(item);
    if (nested === undefined) {
      yield { ...at, item, name: number, ...(problems && { problems }) };
    } else {
      for (const [inner, entry] of nested.entries()) {
        yield { ...at, item: entry, name: `item ${inner + 1} of ${number}` };
      }
    }
  }
}

/** The items of a `List` or of a typed list. */
function listItems(value: unknown): unknown[] | undefined {
  const kind = textField(value, 'kind');
  const items = property(value, 'items');
  if (kind === undefined || !kind.endsWith('List') || !Array.isArray(items)) {
    return undefined;
  }
  const apiVersion = property(value, 'apiVersion');
  return items.map(item => withListKind(item, { apiVersion, kind }));
}

/** The item of a typed list, which an API server sends without version and kind, with both. */
function withListKind(
  item: unknown,
  list: { apiVersion: unknown; kind: string },
): unknown {
  const { apiVersion } = list;
  const kind = list.kind.slice(0, -'List'.length);
  return kind !== '' &&
    typeof apiVersion === 'string' &&
    apiVersion !== '' &&
    typeof item === 'object' &&
    item !== null &&
    !Array.isArray(item) &&
    property(item, 'kind') === undefined
    ? { apiVersion, kind, ...item }
    : item;
}

function problemWith(item: unknown, name: string): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return `${name} is no object`;
  }
  if (!isKubernetesObject(item)) {
    return `${name} is no Kubernetes object: it needs apiVersion, kind and metadata.name as texts`;
  }
  const noTexts = ['annotations', 'labels'].flatMap(map =>
    [...entriesField(item, `metadata.${map}`)]
      .filter(([, value]) => typeof value !== 'string')
      .map(([key]) => `metadata.${map}["${key}"]`),
  );
  if (noTexts.length === 0) {
    return undefined;
  }
  const [are, them] = noTexts.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const fields = noTexts.join(', ');
  return `${item.kind} ${item.metadata.name}: ${fields} ${are} no text; put ${them} in quotes, or an API server refuses the object`;
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

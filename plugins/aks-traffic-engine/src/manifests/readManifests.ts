import { KubernetesObject } from '../model/observation';
import { groupOf } from '../objects/metadata';
import { isWithoutTraffic } from './kindsWithoutTraffic';
import { objectsIn } from './objectsIn';
import { parseJsonText } from './parseJsonText';
import { parseYamlText } from './parseYamlText';
import { ParsedDocument } from './ParsedDocument';

/**
 * What a text of manifests holds.
 *
 * @public
 */
export interface Manifests {
  objects: KubernetesObject[];
  /** For each of the objects the line it begins at, from 1. */
  lines: number[];
  /** One sentence for each thing that could not be read, with source, document and line. */
  gaps: string[];
  /** Kinds that {@link ReadManifestsOptions.reduce} left out although they may have to do with traffic. */
  unread: UnreadKind[];
}

/**
 * A kind of which objects were left out.
 *
 * @public
 */
export interface UnreadKind {
  apiVersion: string;
  kind: string;
  /** Number of objects. */
  count: number;
}

/**
 * How manifests are read.
 *
 * @public
 */
export interface ReadManifestsOptions {
  /** Keeps of an object what is needed, or nothing; `reduceObject` for instance. All of each object when absent. */
  reduce?: (object: KubernetesObject) => KubernetesObject | undefined;
}

/** More gaps than these of one source are counted instead of named. */
const namedGaps = 100;

/**
 * Reads the Kubernetes objects of a text: YAML with one or more documents, or JSON, with `List` objects taken apart.
 *
 * @remarks
 * Never throws. A document that cannot be read, or that says one key twice, is reported and the rest is read. Secrets
 * are left out. A YAML document, or an item of a list, of more than 4 MB is reported instead of read.
 *
 * @param text - The text, with or without byte order mark and with any line ends.
 * @param source - How the text is called in gaps, such as a file name.
 *
 * @public
 */
export function readManifests(
  text: string,
  source: string,
  options: ReadManifestsOptions = {},
): Manifests {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const objects: KubernetesObject[] = [];
  const lines: number[] = [];
  const unread = new Map<string, UnreadKind>();
  const gaps: string[] = [];
  let unnamedGaps = 0;
  for (const document of parse(content)) {
    const found = objectsIn(document);
    for (const { object, line } of found.objects) {
      const kept = options.reduce ? options.reduce(object) : object;
      if (kept === undefined) {
        count(unread, object);
      } else {
        objects.push(kept);
        lines.push(line);
      }
    }
    for (const { line, message } of found.problems) {
      if (gaps.length < namedGaps) {
        gaps.push(
          `${source}, document ${document.number}, line ${line}: ${message}`,
        );
      } else {
        unnamedGaps += 1;
      }
    }
  }
  if (unnamedGaps > 0) {
    gaps.push(
      `${source}: ${unnamedGaps} more ${
        unnamedGaps === 1 ? 'problem' : 'problems'
      }`,
    );
  }
  return { objects, lines, gaps, unread: [...unread.values()] };
}

function count(
  unread: Map<string, UnreadKind>,
  object: KubernetesObject,
): void {
  const { apiVersion, kind } = object;
  if (isWithoutTraffic(groupOf(object), kind)) {
    return;
  }
  const key = `${apiVersion}/${kind}`;
  const known = unread.get(key);
  unread.set(key, { apiVersion, kind, count: (known?.count ?? 0) + 1 });
}

/** YAML reads JSON too, but takes many times as long over it and is needed only where JSON is broken. */
function parse(text: string): Iterable<ParsedDocument> {
  return parseJsonText(text) ?? parseYamlText(text);
}

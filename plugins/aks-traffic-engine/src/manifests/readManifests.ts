import { KubernetesObject } from '../model/observation';
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
  /** One sentence for each thing that could not be read, with source, document and line. */
  gaps: string[];
}

/** More gaps than these of one source are counted instead of named. */
const namedGaps = 100;

/**
 * Reads the Kubernetes objects of a text: YAML with one or more documents, or JSON, with `List` objects taken apart.
 *
 * @remarks
 * Never throws. A document that cannot be read, or that says one key twice, is reported and the rest is read. Secrets
 * are left out.
 *
 * @param text - The text, with or without byte order mark and with any line ends.
 * @param source - How the text is called in gaps, such as a file name.
 *
 * @public
 */
export function readManifests(text: string, source: string): Manifests {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const objects: KubernetesObject[] = [];
  const gaps: string[] = [];
  let position = 0;
  for (const document of parse(content)) {
    position += 1;
    const found = objectsIn(document);
    for (const object of found.objects) {
      objects.push(object);
    }
    for (const { line, message } of found.problems) {
      gaps.push(`${source}, document ${position}, line ${line}: ${message}`);
    }
  }
  return {
    objects,
    gaps:
      gaps.length <= namedGaps
        ? gaps
        : [
            ...gaps.slice(0, namedGaps),
            `${source}: ${gaps.length - namedGaps} more problems`,
          ],
  };
}

/** YAML reads JSON too, but takes many times as long over it and is needed only where JSON is broken. */
function parse(text: string): Iterable<ParsedDocument> {
  return parseJsonText(text) ?? parseYamlText(text);
}

import { printable } from './printable';
import { Document, Scalar, visit } from 'yaml';

/**
 * What is a text in YAML 1.2, and to some other reader a number, a date, a truth or a merge: `kubectl` reads 1.1 with
 * additions of its own, in which `on` is true and `1_000` a number.
 */
const otherThanText =
  /^(?:[-+]?(?:[.\d_]|e[-+]?\d)[\da-fox_:+-]*(?:\.[\d_e+-]*)?|\d{4}-\d.*|y|n|yes|no|on|off|<<|=)$/i;

/**
 * Objects as the YAML documents of a file.
 *
 * @remarks
 * Whoever reads it, as YAML 1.1 or 1.2, gets the objects and nothing else: a Service called `on` keeps its name, and no
 * value begins a key or a document. What would steer a terminal or a pipeline is written by its code.
 *
 * @public
 */
export function writeManifests(objects: readonly object[]): string {
  return objects.map(writeDocument).join('---\n');
}

function writeDocument(object: object): string {
  const document = new Document(object, {
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && needsQuotes(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document
    .toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity })
    .split('\n')
    .map(line => printable(inYaml(line)))
    .join('\n');
}

function needsQuotes(text: string): boolean {
  return (
    otherThanText.test(text) ||
    text.split('\n').some(line => printable(line) !== line)
  );
}

/** Unlike in JSON, a character beyond the first 65,536 is one code. */
function inYaml(line: string): string {
  return line.replace(/[\u{10000}-\u{10ffff}]/gu, character =>
    printable(character) === character
      ? character
      : `\\U${character.codePointAt(0)!.toString(16).padStart(8, '0')}`,
  );
}

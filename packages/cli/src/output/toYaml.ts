import { Document, visit } from 'yaml';
import { printable, printableLines } from './printable';

/**
 * Objects as YAML documents in which no character can steer a terminal: a text with such characters is quoted, where
 * their code means the same.
 */
export function toYaml(objects: readonly object[]): string {
  return objects
    .map(object => {
      const document = new Document(object, { aliasDuplicateObjects: false });
      visit(document, {
        Scalar(_, node) {
          if (
            typeof node.value === 'string' &&
            printable(node.value) !== node.value
          ) {
            node.type = 'QUOTE_DOUBLE';
          }
        },
      });
      return printableLines(document.toString({ lineWidth: 0 }));
    })
    .join('---\n');
}

import { JsonScan, scanJson } from './scanJson';
import { DocumentProblem, ParsedDocument } from './ParsedDocument';

/**
 * Reads a text that is one JSON value, or several after each other; `undefined` when it is not, which leaves it to
 * YAML to say why.
 */
export function parseJsonText(text: string): ParsedDocument[] | undefined {
  if (!/^\s*[{[]/.test(text)) {
    return undefined;
  }
  const whole = parse(text);
  if (whole === undefined && !/[}\]]\s*[{[]/.test(text)) {
    return undefined;
  }
  const scan = scanJson(text);
  const parts = whole
    ? [whole]
    : scan.values.map(({ start, end }) => parse(text.slice(start, end)));
  const documents: ParsedDocument[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === undefined) {
      return undefined;
    }
    documents.push(documentOf({ scan, index, value: part.value }));
  }
  return documents;
}

function documentOf(options: {
  scan: JsonScan;
  index: number;
  value: unknown;
}): ParsedDocument {
  const { scan, index, value } = options;
  const problems: DocumentProblem[] = [];
  const itemProblems = new Map<number, DocumentProblem[]>();
  for (const { key, line, value: place, item } of scan.duplicates) {
    if (place === index) {
      const problem = {
        line,
        message: `the key ${JSON.stringify(key)} is there twice; keep one`,
      };
      if (item === undefined) {
        problems.push(problem);
      } else {
        itemProblems.set(item, [...(itemProblems.get(item) ?? []), problem]);
      }
    }
  }
  const number = index + 1;
  return problems.length > 0
    ? { number, problems }
    : {
        number,
        line: scan.values[index].line,
        value,
        itemLines: scan.itemLines[index],
        itemProblems,
      };
}

/** In an object, because a JSON value can be anything. */
function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

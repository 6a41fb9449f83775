import { LineCounter, parseDocument } from 'yaml';
import { ParsedDocument } from './ParsedDocument';
import { splitDocuments, TextDocument } from './splitDocuments';

/** Each alias may stand for many nodes: past this many in one document they are taken for an attack. */
const maxAliasCount = 100;

/** Reads a YAML stream, document by document. */
export function* parseYamlText(text: string): Generator<ParsedDocument> {
  for (const document of splitDocuments(text)) {
    yield parseText(document);
  }
}

function parseText({ text, line }: TextDocument): ParsedDocument {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number) =>
    line + Math.max(lineCounter.linePos(offset).line, 1) - 1;
  let start = line;
  try {
    const document = parseDocument(text, {
      lineCounter,
      merge: true,
      prettyErrors: false,
      logLevel: 'silent',
    });
    if (document.errors.length > 0) {
      return {
        problems: document.errors.map(error => ({
          line: lineAt(error.pos[0]),
          message: messageOf(error.code, error.message),
        })),
      };
    }
    start = lineAt(document.contents?.range?.[0] ?? 0);
    return { line: start, value: document.toJS({ maxAliasCount }) };
  } catch (error) {
    return { problems: [{ line: start, message: refusal(error) }] };
  }
}

function messageOf(code: string, message: string): string {
  return code === 'DUPLICATE_KEY'
    ? 'a key is there twice; keep one'
    : `not valid YAML: ${message}`;
}

/** The parser follows nesting by recursion and gives up on aliases, both by throwing. */
function refusal(error: unknown): string {
  if (error instanceof RangeError) {
    return 'nested too deeply';
  }
  return error instanceof ReferenceError
    ? 'its aliases stand for too much, or for nothing; write the values out'
    : 'not valid YAML';
}

import { LineCounter, parseDocument } from 'yaml';
import {
  DocumentProblem,
  EnclosingList,
  ParsedDocument,
} from './ParsedDocument';
import { parsePlainYaml } from './parsePlainYaml';
import { splitDocuments, TextDocument } from './splitDocuments';
import { splitList } from './splitList';

/** Each alias may stand for many nodes: past this many in one document they are taken for an attack. */
const maxAliasCount = 100;

/**
 * More of one object than this is not read as YAML, in characters: the parser needs about a hundred times as much
 * memory. Kubernetes itself takes objects of at most 3 MB, and keeps at most half of that.
 */
const maxLength = 4 * 1024 * 1024;

/** Reads a YAML stream, document by document, and the items of lists one by one. */
export function* parseYamlText(text: string): Generator<ParsedDocument> {
  for (const document of splitDocuments(text)) {
    const items = parseItems(document);
    if (items === undefined) {
      yield parseText(document);
    } else {
      yield* items;
    }
  }
}

/** The items of a list; `undefined` when the document is none, or not one that can be taken apart. */
function parseItems(
  document: TextDocument,
): Iterable<ParsedDocument> | undefined {
  const split = splitList(document);
  const envelope = split && parseText(split.envelope);
  if (
    envelope === undefined ||
    'problems' in envelope ||
    typeof envelope.value !== 'object' ||
    envelope.value === null ||
    !('kind' in envelope.value) ||
    typeof envelope.value.kind !== 'string' ||
    !envelope.value.kind.endsWith('List')
  ) {
    return undefined;
  }
  const { kind } = envelope.value;
  const apiVersion =
    'apiVersion' in envelope.value ? envelope.value.apiVersion : undefined;
  return parseEach(split!.items, { apiVersion, kind });
}

function* parseEach(
  items: Iterable<TextDocument>,
  list: Omit<EnclosingList, 'place'>,
): Generator<ParsedDocument> {
  let place = 0;
  for (const text of items) {
    const item = parseText(text);
    yield 'problems' in item || !Array.isArray(item.value)
      ? item
      : { ...item, value: item.value[0], list: { ...list, place } };
    place += 1;
  }
}

function parseText({ text, line, number }: TextDocument): ParsedDocument {
  if (text.length > maxLength) {
    const size = Math.round(text.length / 1024 / 1024);
    return {
      number,
      problems: [
        {
          line,
          message: `${size} MB are too much for one YAML document${
            /^\s*[{[]/.test(text) ? ', and it is not valid JSON' : ''
          }; divide it, or give it as JSON`,
        },
      ],
    };
  }
  const plain = parsePlainYaml(text);
  if (plain !== undefined) {
    return { number, line: line + plain.line, value: plain.value };
  }
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
        number,
        problems: distinct(
          document.errors.map(error => ({
            line: lineAt(error.pos[0]),
            message: messageOf(error.code, error.message),
          })),
        ),
      };
    }
    start = lineAt(document.contents?.range?.[0] ?? 0);
    return { number, line: start, value: document.toJS({ maxAliasCount }) };
  } catch (error) {
    return { number, problems: [{ line: start, message: refusal(error) }] };
  }
}

function distinct(problems: readonly DocumentProblem[]): DocumentProblem[] {
  return [
    ...new Map(
      problems.map(problem => [`${problem.line} ${problem.message}`, problem]),
    ).values(),
  ];
}

function messageOf(code: string, message: string): string {
  // The parser takes its own exhaustion for an error of the document.
  if (/call stack|stack overflow/i.test(message)) {
    return 'nested too deeply';
  }
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

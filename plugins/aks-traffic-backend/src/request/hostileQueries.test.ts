import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { parseCursor } from './cursor';
import { parseExportQuery } from './parseExportQuery';
import { parseHistoryQuery } from './parseHistoryQuery';
import { parseListQuery } from './parseListQuery';
import { parsePatternQuery } from './parsePatternQuery';
import { parseSummaryQuery } from './parseSummaryQuery';
import { parseWaiverQuery } from './parseWaiverQuery';

const hostile = [
  "' OR 1=1 --",
  '"; DROP TABLE services; --',
  '%',
  '_',
  '\\',
  '\0',
  '\u202e',
  '${7*7}',
  '__proto__',
  'constructor',
  '=cmd()',
  '\u001b[2J',
];

const words = [
  'cluster',
  'owner',
  'catalogSystem',
  'system',
  'risk',
  'state',
  'search',
  'orderBy',
  'groupBy',
  'cursor',
  'limit',
  'offset',
  'from',
  'to',
  '__proto__',
];

const parameters = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...words), fc.string()),
      fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })),
    ),
    { maxLength: 6 },
  )
  .map(pairs => new URLSearchParams(pairs));

/** Whether something was understood or refused in words; anything else is a bug of ours. */
function isAnswered(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    return error instanceof InputError;
  }
}

describe('hostile queries', () => {
  it.each<[string, (query: URLSearchParams) => unknown]>([
    ['of lists', parseListQuery],
    ['of exports', parseExportQuery],
    ['of summaries', parseSummaryQuery],
    ['of histories', parseHistoryQuery],
    ['of patterns', parsePatternQuery],
    ['of waivers', parseWaiverQuery],
    ['of pages', query => parseCursor(query.toString())],
    [
      'of pages in their own encoding',
      query => parseCursor(Buffer.from(query.toString()).toString('base64url')),
    ],
  ])('%s are understood or refused', (_, parse) => {
    fc.assert(
      fc.property(parameters, query => {
        expect(isAnswered(() => parse(query))).toBe(true);
      }),
    );
  });
});

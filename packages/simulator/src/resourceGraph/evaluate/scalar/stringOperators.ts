import { hasTerm, hasTermPrefix, hasTermSuffix } from '../../values';

export type StringTest = (text: string, part: string) => boolean;

const tests: [string, StringTest][] = [
  ['Contains', (text, part) => text.includes(part)],
  ['StartsWith', (text, part) => text.startsWith(part)],
  ['EndsWith', (text, part) => text.endsWith(part)],
  ['Has', hasTerm],
  ['HasPrefix', hasTermPrefix],
  ['HasSuffix', hasTermSuffix],
];

/** By kind of syntax node: each test with and without regard to case, and negated. */
export const stringOperators: ReadonlyMap<string, StringTest> = new Map(
  tests.flatMap(([name, test]): [string, StringTest][] => {
    const ignoringCase: StringTest = (text, part) =>
      test(text.toLowerCase(), part.toLowerCase());
    return [
      [`${name}Expression`, ignoringCase],
      [`Not${name}Expression`, (text, part) => !ignoringCase(text, part)],
      [`${name}CsExpression`, test],
      [`Not${name}CsExpression`, (text, part) => !test(text, part)],
    ];
  }),
);

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { parsePlainYaml } from './parsePlainYaml';

/** What the parser for all of YAML says: the value, or nothing for a mistake. */
function reference(text: string): { value: unknown } | undefined {
  const document = parseDocument(text, { merge: true, logLevel: 'silent' });
  return document.errors.length > 0 ? undefined : { value: document.toJS() };
}

/** Whether both parsers say the same; where this one gives up, the other one is asked anyway. */
function agrees(text: string): boolean {
  const found = parsePlainYaml(text);
  return (
    found === undefined ||
    isDeepStrictEqual({ value: found.value }, reference(text))
  );
}

const deployment = `# of the shop
---
apiVersion: apps/v1
kind: Deployment
metadata:
  annotations:
    "quoted key": 'it''s'
    kubectl.kubernetes.io/last-applied-configuration: |
      {"apiVersion":"apps/v1","metadata":{"name":"web"}}

        # no comment
    strip: |-
      a
      b

  name: web   
  creationTimestamp: null
spec:
  replicas: 3
  template:
    spec:
      containers:
      - args:
        - --port=8080
        - "--flag=a: b"
        -
        - -
        image: registry:5000/web:1.2.3
        name: web
        ports: # the ports
          - containerPort: 8080
            protocol: TCP
        resources: {}
      -   name: other
          args: []
          flow: {a: {b: [1, true, 'x, y', "}"], c.d/e: f-g}, h: []}
          selector: { app: web }
  empty:
  version: 1.2.3
  address: 10.0.0.0/8
  on: yes
`;

describe('parsePlainYaml', () => {
  it('reads what programs write as the parser for all of YAML does', () => {
    const text = deployment.replace('        - -\n', '');
    const found = parsePlainYaml(text);
    expect(found).toEqual({ line: 2, value: reference(text)!.value });
  });

  it.each([
    ['flow of several lines', 'a: {b: c,\n  d: e}\n'],
    ['flow of pairs', 'a: [b: c]\n'],
    ['keys without values', 'a: {b}\n'],
    ['comments after flow', 'a: {b: c} # d\n'],
    ['anchors', 'a: &b c\n'],
    ['aliases', 'a: *b\n'],
    ['tags', 'a: !!str 1\n'],
    ['merge keys', '<<: {a: 1}\n'],
    ['folded text', 'a: >\n  b\n'],
    ['a text of several lines', 'a: b\n  c\n'],
    ['a quoted text of several lines', 'a: "b\n  c"\n'],
    ['comments after a value', 'a: b # c\n'],
    ['a key that is there twice', 'a: 1\na: 2\n'],
    ['tabs', 'a:\tb\n'],
    ['Windows line ends', 'a: b\r\n'],
    ['unusual numbers', 'a: 0x10\n'],
    ['octal numbers', 'a: 010\n'],
    ['wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['a value in a value', 'a: b: c\n'],
    ['a prototype', '__proto__: {}\n'],
    ['no last line end', 'a: b'],
    ['a scalar', 'a\n'],
    ['depth', `${'- '.repeat(100)}a\n`],
  ])('leaves %s to the parser for all of YAML', (_name, text) => {
    expect(parsePlainYaml(text)).toBeUndefined();
  });

  it('agrees with the parser for all of YAML about everything that can be written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue()),
        fc.constantFrom(0, 20, 80),
        fc.boolean(),
        (value, lineWidth, indentSeq) => {
          expect(agrees(stringify(value, { lineWidth, indentSeq }))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agrees with the parser for all of YAML about everything else', () => {
    const piece = fc.constantFrom(
      'a: ',
      'b:',
      '"c": ',
      'd.e/f: ',
      '- ',
      '-',
      '  ',
      '    ',
      '\n',
      '\n',
      '\n  ',
      '\n    ',
      '|\n',
      '|-\n',
      '|+\n',
      'x',
      '1',
      '-1',
      '1.5',
      '~',
      'null',
      'true',
      "'x'",
      "''",
      '"x\\n"',
      '"',
      "'",
      '# x',
      ' #',
      ':',
      ': ',
      '{}',
      '[]',
      '{',
      '}',
      '[',
      ']',
      ', ',
      ',',
      '&x ',
      '*x',
      '!',
      '%',
      '? ',
      '---\n',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
        expect(agrees(`${pieces.join('')}\n`)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { writeManifests } from './writeManifests';

const versions = ['1.1', '1.2'] as const;

/** Texts that are something else to a reader of YAML, or that try to be. */
const deceptive = [
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'NO', 'True', 'null', '~', ''],
  ...['0777', '0o17', '0x1f', '0b1', '1:30', '1_000', '1e3', '.5', '1.', '+1'],
  ...['1e_3', '2001-12-14', '2001-12-14 10:00:00', '12345678901234567890'],
  ...['.inf', '.NaN', '-.inf', '<<', '=', '-', '?', ':', '---', '...'],
  ...['&a', '*a', '!!binary x', '!x', '%YAML 1.1', '@x', '`x', '{a', '[a'],
  ...['a: b', 'a #b', '- x', '? x', '|', '>', '"x', "'x", ' a', 'a ', 'a:'],
  ...['a\nb', 'a\n---\nkind: Secret', 'x\n...\n---\nkind: X\n', '\n', '\n\n'],
  ...['\r', '\r\n', '\t', '\u0085', '\u2028', '\ufeff', '\u202e', '\u{e0041}'],
  ...['##vso[task.setvariable variable=a]b', 'a\n##[x]', 'x\n  ::error::a\n'],
  ...['\u001b[31m', '\u009b31m', '\0', '__proto__', 'constructor'],
];

const text = fc.oneof(
  fc.constantFrom(...deceptive),
  fc.string({
    unit: fc.oneof(
      fc.constantFrom(...deceptive),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    maxLength: 6,
  }),
  fc.stringMatching(/^[-+.\dxob_:eE]{1,8}$/),
);

/** An object as JSON has it; keys that are special to JavaScript are own ones. */
const object = fc
  .dictionary(
    text,
    fc.oneof(
      text,
      fc.integer(),
      fc.boolean(),
      fc.array(text, { maxLength: 3 }),
      fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
    ),
    { maxKeys: 4, noNullPrototype: true },
  )
  .filter(each => Object.keys(each).length > 0);

describe('writeManifests', () => {
  it.each(deceptive)('lets %j be a text to every reader', value => {
    const written = { [value]: value, list: [value] };

    for (const version of versions) {
      expect(parse(writeManifests([written]), { version })).toEqual(written);
    }
  });

  it('gives every reader the objects and nothing else, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(object, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...versions),
        (objects, version) => {
          const documents = parseAllDocuments(writeManifests(objects), {
            version,
          });

          expect(
            [documents].flat().map(each => JSON.stringify(each.toJS())),
          ).toEqual(objects.map(each => JSON.stringify(each)));
        },
      ),
    );
  });

  it('writes no character that steers a terminal', () => {
    fc.assert(
      fc.property(object, each => {
        for (const line of writeManifests([each]).split('\n')) {
          expect(line).not.toMatch(
            /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##(vso)?\[|::[a-z][\w-]*(\s[^:]*)?::/iu,
          );
        }
      }),
    );
  });

  it('leaves what is read the same anyway without quotes, and texts of several lines as blocks', () => {
    expect(
      writeManifests([
        {
          kind: 'Service',
          image: 'shop/web:1.2.3',
          ranges: ['10.0.0.0/8'],
          after: '30s',
          count: 3,
          snippet: 'a;\nb;\n',
        },
        { kind: 'Ingress' },
      ]),
    ).toBe(
      'kind: Service\nimage: shop/web:1.2.3\nranges:\n  - 10.0.0.0/8\nafter: 30s\ncount: 3\nsnippet: |\n  a;\n  b;\n---\nkind: Ingress\n',
    );
  });
});

import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { reduceObject } from '../objects/reduceObject';
import { readManifests } from './readManifests';

const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;

function namesIn(text: string): string[] {
  return readManifests(text, 'a.yaml').objects.map(
    ({ metadata }) => metadata.name,
  );
}

describe('readManifests', () => {
  it.each([
    ['one document', service('a'), ['a']],
    ['several', `${service('a')}---\n${service('b')}`, ['a', 'b']],
    ['markers around', `---\n${service('a')}...\n---\n`, ['a']],
    ['a comment on the marker', `--- # one\n${service('a')}`, ['a']],
    ['directives', `%YAML 1.2\n---\n${service('a')}`, ['a']],
    ['comments only', '# nothing\n---\n# here\n', []],
    ['nothing', '', []],
    ['byte order mark', `\uFEFF${service('a')}`, ['a']],
    [
      'Windows line ends',
      `${service('a')}---\n${service('b')}`.replace(/\n/g, '\r\n'),
      ['a', 'b'],
    ],
    [
      'JSON',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'a' },
      }),
      ['a'],
    ],
    [
      'a marker inside of a text',
      `${service(
        'a',
      )}  annotations:\n    note: |\n      one\n      ---\n      two\n`,
      ['a'],
    ],
  ])('reads %s', (_name, text, names) => {
    expect(namesIn(text)).toEqual(names);
    expect(readManifests(text, 'a.yaml').gaps).toEqual([]);
  });

  it('takes lists apart, typed ones too', () => {
    const list = (kind: string, items: unknown[]) =>
      JSON.stringify({ apiVersion: 'v1', kind, items });
    const typed = readManifests(
      list('ServiceList', [{ metadata: { name: 'a' } }]),
      'a.json',
    );
    expect(typed.objects).toEqual([
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } },
    ]);
    const mixed = readManifests(
      list('List', [
        { apiVersion: 'v1', kind: 'Service', metadata: { name: 'b' } },
        7,
      ]),
      'b.json',
    );
    expect(mixed.objects).toHaveLength(1);
    expect(mixed.gaps).toEqual([
      'b.json, document 1, line 1: item 2 is no object',
    ]);
  });

  it('expands anchors and merge keys', () => {
    const { objects } = readManifests(
      `apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  labels: &l\n    app: a\nspec:\n  selector:\n    <<: *l\n`,
      'a.yaml',
    );
    expect(objects[0].spec).toEqual({ selector: { app: 'a' } });
  });

  it('leaves Secrets out', () => {
    expect(
      namesIn(
        `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n---\n${service(
          'a',
        )}`,
      ),
    ).toEqual(['a']);
  });

  describe('reports with document and line, and reads the rest,', () => {
    it.each([
      ['a broken document', 'a: [1\nb: 2\n', 7, /not valid YAML/],
      ['a key that is there twice', 'a: 1\nb: 2\na: 3\n', 8, /twice/],
      ['a text', 'just words\n', 6, /the document is no object/],
      ['a list', '- a\n- b\n', 6, /the document is no object/],
      [
        'something else',
        'kind: Kustomization\n',
        6,
        /needs apiVersion, kind and metadata.name/,
      ],
      [
        'a name that is a number',
        'apiVersion: v1\nkind: Service\nmetadata: {name: 1}\n',
        6,
        /as texts/,
      ],
      ['an alias of nothing', 'a: *b\n', 6, /alias/],
      ['a template', 'a: {{ .Values.a }}\nb: {{- x }}\n', 7, /not valid YAML/],
    ])('%s', (_name, broken, line, message) => {
      const { objects, gaps } = readManifests(
        `${service('a')}---\n${broken}---\n${service('b')}`,
        'a.yaml',
      );
      expect(objects.map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
      expect(gaps.length).toBeGreaterThan(0);
      expect(gaps[0]).toMatch(/^a\.yaml, document 2, line \d+: /);
      expect(gaps.join('\n')).toMatch(message);
      expect(gaps.join('\n')).toContain(`line ${line}:`);
    });

    it('annotations that are no texts', () => {
      const { objects, gaps } = readManifests(
        `${service(
          'a',
        )}  annotations:\n    service.beta.kubernetes.io/azure-load-balancer-internal: true\n    example.org/first: 1\n  labels:\n    second: 2\n`,
        'a.yaml',
      );
      expect(objects).toHaveLength(1);
      expect(gaps[0]).toContain(
        'metadata.annotations["service.beta.kubernetes.io/azure-load-balancer-internal"], metadata.annotations["example.org/first"], metadata.labels["second"] are no text',
      );
    });

    it('keys that are there twice in JSON', () => {
      const { objects, gaps } = readManifests(
        '{"apiVersion": "v1", "kind": "Service",\n"metadata": {"name": "a",\n"na\\u006de": "b"}}',
        'a.json',
      );
      expect(objects).toEqual([]);
      expect(gaps).toEqual([
        'a.json, document 1, line 3: the key "name" is there twice; keep one',
      ]);
    });

    it('JSON that is cut off', () => {
      const { objects, gaps } = readManifests('{"apiVersion": "v1",', 'a.json');
      expect(objects).toEqual([]);
      expect(gaps[0]).toContain('a.json, document 1, line 1');
    });

    it('so many problems that they are counted', () => {
      const { gaps } = readManifests('a: [\n---\n'.repeat(300), 'a.yaml');
      expect(gaps).toHaveLength(101);
      expect(gaps[100]).toMatch(/^a\.yaml: \d+ more problems$/);
    });
  });

  it('bounds aliases that multiply', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, previous] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg']) {
      bomb.push(`${name}: &${name} [${`*${previous}, `.repeat(10)}]`);
    }
    const { objects, gaps } = readManifests(
      `${bomb.join('\n')}\n---\n${service('a')}`,
      'a.yaml',
    );
    expect(objects).toHaveLength(1);
    expect(gaps).toEqual([
      'a.yaml, document 1, line 1: its aliases stand for too much, or for nothing; write the values out',
    ]);
  });

  it.each(['[', '{"a":'])('bounds depth of %s', opening => {
    const closing = opening === '[' ? ']' : '}';
    const deep = `${opening.repeat(50_000)}1${closing.repeat(50_000)}`;
    expect(readManifests(deep, 'a.json')).toMatchObject({
      objects: [],
      gaps: ['a.json, document 1, line 1: nested too deeply'],
    });
  });

  it('bounds the depth of YAML, and reads on', () => {
    const deep = `a: ${'['.repeat(50_000)}1${']'.repeat(50_000)}`;
    const { objects, gaps } = readManifests(
      `${deep}\n---\n${service('a')}`,
      'a.yaml',
    );
    expect(objects).toHaveLength(1);
    expect(gaps).toEqual(['a.yaml, document 1, line 1: nested too deeply']);
  });

  describe('knows the line of each object', () => {
    const item = (name: string) =>
      `- apiVersion: v1\n  kind: Service\n  metadata:\n    name: ${name}\n    annotations:\n      note: |\n        - no item\n\n        kind: x\n`;
    it.each([
      ['in a stream', `# shop\n${service('a')}---\n\n${service('b')}`, [2, 8]],
      [
        'in a list in block style',
        `apiVersion: v1\nitems:\n${item('a')}# next\n${item(
          'b',
        )}kind: List\nmetadata: {}\n`,
        [3, 13],
      ],
      [
        'in an indented list after another document',
        `${service('z')}---\nkind: ServiceList\napiVersion: v1\nitems:\n${item(
          'a',
        ).replace(/^/gm, '  ')}\n${item('b').replace(/^/gm, '  ')}`,
        [1, 9, 19],
      ],
      [
        'in a list with Windows line ends',
        `items:\n${item('a')}${item('b')}kind: List\napiVersion: v1\n`.replace(
          /\n/g,
          '\r\n',
        ),
        [2, 11],
      ],
      [
        'in JSON',
        JSON.stringify(
          {
            apiVersion: 'v1',
            kind: 'List',
            metadata: { items: [{}], a: '"\\' },
            items: ['a', 'b'].map(name => ({
              apiVersion: 'v1',
              kind: 'Service',
              metadata: { name, labels: { items: '[' } },
              spec: { ports: [[], [1, 2]] },
            })),
          },
          undefined,
          1,
        ),
        [11, 30],
      ],
      [
        'in JSON values after each other',
        [service('a'), service('b')]
          .map(text => JSON.stringify(parse(text), undefined, 1))
          .join('\n'),
        [1, 8],
      ],
    ])('%s', (_name, text, lines) => {
      const manifests = readManifests(text, 'a');
      expect(manifests.gaps).toEqual([]);
      expect(manifests.lines).toEqual(lines);
      expect(manifests.objects).toHaveLength(lines.length);
    });
  });

  it('reads the items of a list on their own, so that a broken one hides no other', () => {
    const item = (text: string) => text.trimEnd().replace(/^/gm, '  ');
    const { objects, gaps } = readManifests(
      `apiVersion: v1\nkind: List\nitems:\n-\n${item(
        service('a'),
      )}\n- a: [\n- b: 1\n  b: 2\n- 7\n-\n${item(service('b'))}\n`,
      'l.yaml',
    );
    expect(objects.map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
    expect(gaps).toEqual([
      expect.stringMatching(/^l\.yaml, document 1, line \d+: not valid YAML/),
      'l.yaml, document 1, line 11: a key is there twice; keep one',
      'l.yaml, document 1, line 12: item 4 is no object',
    ]);
    const json = readManifests(
      '{"kind":"List","items":[{"a":1,"a":2},{"apiVersion":"v1","kind":"Service","metadata":{"name":"b"}}]}',
      'l.json',
    );
    expect(json.objects).toHaveLength(1);
    expect(json.gaps).toEqual([
      'l.json, document 1, line 1: the key "a" is there twice; keep one',
    ]);
  });

  it('leaves a list whole when its items share anchors', () => {
    const { objects, gaps } = readManifests(
      `kind: List\nitems:\n- apiVersion: v1\n  kind: Service\n  metadata: &m {name: a}\n- {apiVersion: v1, kind: Pod, metadata: *m}\n`,
      'l.yaml',
    );
    expect(gaps).toEqual([]);
    expect(objects.map(({ kind }) => kind)).toEqual(['Service', 'Pod']);
  });

  it('reports a YAML document that is larger than any object can be, and reads the rest', () => {
    const { objects, gaps } = readManifests(
      `${service('a')}---\na: ${'x'.repeat(5 * 1024 * 1024)}\n---\n${service(
        'b',
      )}`,
      'a.yaml',
    );
    expect(objects).toHaveLength(2);
    expect(gaps).toEqual([
      'a.yaml, document 2, line 5: 5 MB are too much for one YAML document; divide it, or give it as JSON',
    ]);
  });

  it('counts the kinds that are left out, but for those that say nothing about traffic', () => {
    const object = (apiVersion: string, kind: string) =>
      JSON.stringify({ apiVersion, kind, metadata: { name: 'a' } });
    const { objects, unread } = readManifests(
      [
        object('v1', 'Service'),
        object('v1', 'ConfigMap'),
        object('v1', 'Servce'),
        object('example.com/v1', 'Door'),
        object('example.com/v1', 'Door'),
      ].join('\n---\n'),
      'a',
      { reduce: reduceObject },
    );
    expect(objects).toHaveLength(1);
    expect(unread).toEqual([
      { apiVersion: 'v1', kind: 'Servce', count: 1 },
      { apiVersion: 'example.com/v1', kind: 'Door', count: 2 },
    ]);
  });

  it('does not let keys of prototypes change anything', () => {
    const { objects } = readManifests(
      `${service('a')}__proto__:\n  polluted: true\n`,
      'a.yaml',
    );
    expect(Object.getPrototypeOf(objects[0])).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const anyObject = fc.record({
    apiVersion: fc.constantFrom('v1', 'networking.k8s.io/v1'),
    kind: fc.constantFrom('Service', 'Ingress', 'Pod'),
    metadata: fc.record({
      name: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
      labels: fc.dictionary(
        fc.stringMatching(/^[a-z][a-z./-]{0,20}$/),
        fc.string(),
      ),
    }),
    spec: fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,9}$/), fc.jsonValue()),
  });

  it('reads what was written, as YAML stream and as JSON list alike', () => {
    fc.assert(
      fc.property(fc.array(anyObject, { maxLength: 4 }), objects => {
        // The writer does not put the key of merges in quotes, so it would mean something else.
        const plain = JSON.parse(JSON.stringify(objects).replace(/<</g, '<'));
        const stream = plain
          .map((object: unknown) => `---\n${stringify(object)}`)
          .join('');
        const list = JSON.stringify({
          apiVersion: 'v1',
          kind: 'List',
          items: plain,
        });
        const block = stringify({
          apiVersion: 'v1',
          items: plain,
          kind: 'List',
          metadata: { resourceVersion: '' },
        });
        for (const text of [stream, list, block]) {
          expect(readManifests(text, 's')).toMatchObject({
            objects: plain,
            gaps: [],
          });
        }
      }),
    );
  });

  it('never throws, and says something about every text that holds no object', () => {
    const pieces = fc.constantFrom(
      '---\n',
      '...\n',
      service('a'),
      'a: 1\n',
      '- ',
      '&a ',
      '*a ',
      '{',
      '}',
      '"',
      '%',
      '|',
      '\t',
      '\r\n',
      '<<: ',
      ': ',
      '!!',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 20 }).map(parts => parts.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(texts, text => {
        const { objects, gaps } = readManifests(text, 'x');
        for (const gap of gaps) {
          expect(gap).toMatch(/^x(, document \d+, line \d+)?: ./);
        }
        expect(Array.isArray(objects)).toBe(true);
      }),
    );
  });

  it('finds an object however broken its neighbours are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        // Markers of the strings' own would be documents of their own; what matters is that `a` is found.
        const text = `${before}\n---\n${service('a')}\n---\n${after}`;
        expect(namesIn(text)).toContain('a');
      }),
    );
  });

  it('passes over the files of tools that lie beside manifests', () => {
    const { objects, gaps, unread } = readManifests(
      `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [service.yaml]
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: shop }
---
apiVersion: v1
kind: Service
metadata: { name: shop }
`,
      'all.yaml',
    );

    expect(objects.map(({ kind }) => kind)).toEqual(['Service']);
    expect(gaps).toEqual([]);
    expect(unread).toEqual([]);
  });
});

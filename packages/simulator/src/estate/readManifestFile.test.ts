import * as fc from 'fast-check';
import { readManifestFile } from './readManifestFile';

const service = `apiVersion: v1
kind: Service
metadata:
  name: shop`;

describe('readManifestFile', () => {
  it('gives each object its line and the comments directly above it', () => {
    const text = `# About the file.
---
# far away

# close
# closer
${service}
---
${service}
`;
    expect(readManifestFile(text, 'a.yaml')).toEqual({
      problems: [],
      manifests: [
        expect.objectContaining({
          file: 'a.yaml',
          line: 7,
          document: 1,
          comments: ['# close', '# closer'],
        }),
        expect.objectContaining({ line: 12, document: 2, comments: [] }),
      ],
    });
  });

  it.each([
    ['a text', 'hello', 'is not a Kubernetes object'],
    ['no apiVersion', 'kind: Pod', 'has no apiVersion'],
    ['no kind', 'apiVersion: v1', 'has no kind'],
    ['no name', 'apiVersion: v1\nkind: Pod', 'is a Pod without metadata.name'],
    ['an unknown alias', 'a: *b', 'Unresolved alias'],
  ])('names %s and reads on', (_, text, message) => {
    const { manifests, problems } = readManifestFile(
      `${text}\n---\n${service}`,
      'a.yaml',
    );
    expect(problems).toEqual([
      expect.objectContaining({
        line: 1,
        document: 1,
        message: expect.stringContaining(message),
      }),
    ]);
    expect(manifests).toHaveLength(1);
  });

  it('reads an empty file as no objects', () => {
    expect(readManifestFile('# nothing\n', 'a.yaml')).toEqual({
      manifests: [],
      problems: [],
    });
  });

  it('never throws, and gives complete objects only', () => {
    const line = fc.constantFrom(
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      '  name: x',
      '---',
      '- *a',
      'a: &a [1',
      '# verdict: x',
      '"',
      '{}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(line).map(lines => lines.join('\n')),
        ),
        text => {
          for (const { object } of readManifestFile(text, 'a').manifests) {
            expect(typeof object.metadata.name).toBe('string');
          }
        },
      ),
    );
  });
});

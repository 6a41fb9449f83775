import fc from 'fast-check';
import {
  parseImageReference,
  repositoryEndsWith,
  versionOfTag,
} from './imageReference';

describe('parseImageReference', () => {
  it.each([
    ['nginx', { repository: 'nginx' }],
    ['nginx:1.29', { repository: 'nginx', tag: '1.29' }],
    ['acr.example:5000/a/b', { repository: 'acr.example:5000/a/b' }],
    [
      'acr.example:5000/a/b:v1',
      { repository: 'acr.example:5000/a/b', tag: 'v1' },
    ],
    ['a/b@sha256:0a', { repository: 'a/b', digest: 'sha256:0a' }],
    ['a/b:v1@sha256:0a', { repository: 'a/b', tag: 'v1', digest: 'sha256:0a' }],
  ])('takes %s apart', (image, expected) => {
    expect(parseImageReference(image)).toEqual({
      tag: undefined,
      digest: undefined,
      ...expected,
    });
  });

  it('gives a result for any text', () => {
    fc.assert(
      fc.property(fc.string(), image => {
        expect(typeof parseImageReference(image).repository).toBe('string');
      }),
    );
  });
});

describe('repositoryEndsWith', () => {
  it('compares whole path segments', () => {
    expect(
      repositoryEndsWith(
        'acr.example/ingress-nginx/controller',
        'ingress-nginx/controller',
      ),
    ).toBe(true);
    expect(
      repositoryEndsWith(
        'acr.example/my-ingress-nginx/controller',
        'ingress-nginx/controller',
      ),
    ).toBe(false);
  });
});

describe('versionOfTag', () => {
  it.each([
    ['v1.15.1', '1.15.1'],
    ['3.5', '3.5'],
    ['v1.13.9-patch.2', '1.13.9-patch.2'],
    ['latest', undefined],
    ['7', undefined],
    [undefined, undefined],
  ])('%p is version %p', (tag, version) => {
    expect(versionOfTag(tag)).toBe(version);
  });
});

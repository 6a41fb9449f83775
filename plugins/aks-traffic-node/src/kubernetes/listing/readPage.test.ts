import fc from 'fast-check';
import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { readPage } from './readPage';

function read(body: unknown) {
  return readPage({
    body,
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    reduce: raw => raw as KubernetesObject,
  });
}

describe('readPage', () => {
  it('gives the items of built-in lists their version and kind', () => {
    expect(
      read({
        kind: 'IngressList',
        metadata: { continue: 'next' },
        items: [{ metadata: { name: 'web' } }],
      }),
    ).toEqual({
      objects: [
        {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'Ingress',
          metadata: { name: 'web' },
        },
      ],
      unusable: 0,
      next: 'next',
    });
  });

  it('counts what is not of the asked kind instead of passing it on', () => {
    expect(
      read({
        kind: 'IngressList',
        items: [
          { metadata: { name: 'web' } },
          { kind: 'Secret', metadata: { name: 'key' } },
          { metadata: {} },
          { metadata: { name: 7 } },
          null,
          'web',
        ],
      }),
    ).toMatchObject({ objects: { length: 1 }, unusable: 5 });
  });

  it('takes the null that stands for an empty list', () => {
    expect(read({ kind: 'IngressList', items: null })).toEqual({
      objects: [],
      unusable: 0,
    });
  });

  it.each([
    { kind: 'Ingress', items: [] },
    { kind: 'IngressList' },
    { kind: 'IngressList', items: {} },
    { items: [] },
  ])('refuses %j', body => {
    expect(read(body)).toBeUndefined();
  });

  it('never throws, and accounts for every item', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), items => {
        const page = read({ kind: 'IngressList', items })!;
        expect(page.objects.length + page.unusable).toBe(items.length);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), body => {
        expect(() => read(body)).not.toThrow();
      }),
    );
  });
});

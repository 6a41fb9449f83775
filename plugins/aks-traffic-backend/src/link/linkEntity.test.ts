import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { resultOrErrorName } from '../__testUtils__/resultOrErrorName';
import { linkEntity } from './linkEntity';

function entity(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'storefront', annotations },
  };
}

describe('linkEntity', () => {
  it('looks for the label kubernetes-id when only the id is given', () => {
    expect(
      linkEntity(entity({ 'backstage.io/kubernetes-id': 'shop' })),
    ).toEqual({
      match: { by: 'kubernetes-id', value: 'shop' },
      requirements: [
        { operator: 'in', key: 'backstage.io/kubernetes-id', values: ['shop'] },
      ],
    });
  });

  it('prefers the label selector to the id', () => {
    expect(
      linkEntity(
        entity({
          'backstage.io/kubernetes-id': 'shop',
          'backstage.io/kubernetes-label-selector': 'app=web, tier!=back',
        }),
      ),
    ).toEqual({
      match: { by: 'label-selector', value: 'app=web, tier!=back' },
      requirements: [
        { operator: 'in', key: 'app', values: ['web'] },
        { operator: 'not-in', key: 'tier', values: ['back'] },
      ],
    });
  });

  it('narrows the search to the annotated namespace and cluster', () => {
    const { match } = linkEntity(
      entity({
        'backstage.io/kubernetes-id': 'shop',
        'backstage.io/kubernetes-namespace': 'prod',
        'backstage.io/kubernetes-cluster': 'aks-1',
      }),
    );
    expect(match).toMatchObject({ namespace: 'prod', cluster: 'aks-1' });
  });

  it.each([
    ['no annotations at all', undefined],
    ['a namespace alone', { 'backstage.io/kubernetes-namespace': 'prod' }],
    ['a cluster alone', { 'backstage.io/kubernetes-cluster': 'aks-1' }],
    [
      'empty annotations',
      {
        'backstage.io/kubernetes-id': '',
        'backstage.io/kubernetes-label-selector': '',
      },
    ],
  ])('does not guess from %s', (_, annotations) => {
    const link = linkEntity(entity(annotations));
    expect(link.match.by).toBe('none');
    expect(link.requirements).toBeUndefined();
  });

  it('names the annotation and the entity when the selector is not valid', () => {
    expect(() =>
      linkEntity(
        entity({ 'backstage.io/kubernetes-label-selector': 'app in (web' }),
      ),
    ).toThrow(
      "Annotation backstage.io/kubernetes-label-selector of component:default/storefront is not a label selector: expected ',' or ')' and found the end",
    );
  });

  it('refuses a selector that would select everything', () => {
    expect(() =>
      linkEntity(entity({ 'backstage.io/kubernetes-label-selector': '  ' })),
    ).toThrow(expect.objectContaining({ name: 'InputError' }));
  });

  it.each(['a,b=c', 'two words', '-dash', 'x'.repeat(64)])(
    'refuses %p as an id instead of reading a selector into it',
    id => {
      expect(() =>
        linkEntity(entity({ 'backstage.io/kubernetes-id': id })),
      ).toThrow(/Annotation backstage.io\/kubernetes-id of component/);
    },
  );

  it('either links or refuses with an InputError, whatever the annotations say', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, selector) => {
        const outcome = () =>
          linkEntity(
            entity({
              'backstage.io/kubernetes-id': id,
              'backstage.io/kubernetes-label-selector': selector,
            }),
          ).match.by;
        expect([
          'none',
          'kubernetes-id',
          'label-selector',
          'InputError',
        ]).toContain(resultOrErrorName(outcome));
      }),
    );
  });
});

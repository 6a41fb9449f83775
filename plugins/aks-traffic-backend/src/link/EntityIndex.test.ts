import { EntityMatch } from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import { labelRequirement, labels } from '../__testUtils__/labelArbitraries';
import { EntityIndex, LinkableEntity, LinkableService } from './EntityIndex';
import { matchesSelector } from './selector/matchesSelector';
import { parseLabelSelector } from './selector/parseLabelSelector';

function entity(
  ref: string,
  selector: string | undefined,
  match: Partial<EntityMatch> = {},
): LinkableEntity {
  return {
    id: 1,
    ref,
    owner: '',
    catalogSystem: '',
    link: {
      match: { by: 'label-selector', ...match },
      requirements:
        selector === undefined ? undefined : parseLabelSelector(selector),
    },
  };
}

const web: LinkableService = {
  cluster: 'alpha',
  namespace: 'shop',
  service: 'web',
  labelSets: [{ app: 'web' }, { app: 'web-pods', tier: 'front' }],
};

describe('EntityIndex', () => {
  it('finds by any of the label sets, and never by two of them together', () => {
    const index = new EntityIndex([
      entity('component:default/a', 'app=web'),
      entity('component:default/b', 'tier'),
      entity('component:default/c', 'app=web,tier=front'),
      entity('component:default/d', '!tier'),
      entity('component:default/e', undefined),
    ]);

    expect(index.claimants(web).map(({ ref }) => ref)).toEqual([
      'component:default/a',
      'component:default/b',
      'component:default/d',
    ]);
  });

  it('has what names a Service most exactly first', () => {
    const index = new EntityIndex([
      entity('component:default/z', 'app=web'),
      entity('component:default/a', 'app=web'),
      entity('component:default/id', 'app=web', { by: 'kubernetes-id' }),
      entity('component:default/near', 'app=web', { namespace: 'shop' }),
      entity('component:default/nearest', 'app=web', {
        namespace: 'shop',
        cluster: 'alpha',
      }),
      entity('component:default/far', 'app=web', { cluster: 'beta' }),
    ]);

    expect(index.claimants(web).map(({ ref }) => ref)).toEqual([
      'component:default/nearest',
      'component:default/near',
      'component:default/id',
      'component:default/a',
      'component:default/z',
    ]);
  });

  it('finds exactly the entities whose own look-up finds the Service', () => {
    const requirements = fc.array(labelRequirement, {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.array(requirements, { maxLength: 8 }),
        fc.array(labels, { minLength: 1, maxLength: 3 }),
        (selectors, labelSets) => {
          const entities = selectors.map((each, id) => ({
            ...entity(`component:default/${id}`, undefined),
            id,
            link: {
              match: { by: 'label-selector' as const },
              requirements: each,
            },
          }));

          const found = new EntityIndex(entities).claimants({
            ...web,
            labelSets,
          });

          expect(found.map(({ id }) => id)).toEqual(
            entities
              .filter(({ link }) =>
                labelSets.some(set => matchesSelector(set, link.requirements)),
              )
              .map(({ id }) => id),
          );
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { filterRef } from './filterRef';

describe('filterRef', () => {
  it.each([
    ['team-a', 'group:default/team-a'],
    ['Team-A', 'group:default/team-a'],
    ['shop/team-a', 'group:shop/team-a'],
    ['group:team-a', 'group:default/team-a'],
    ['user:ann', 'user:default/ann'],
    ['Group:Default/Team-A', 'group:default/team-a'],
    ['  team-a ', 'group:default/team-a'],
    ['', ''],
  ])('takes %j for the owner %j', (text, ref) => {
    expect(filterRef('owner', text)).toBe(ref);
  });

  it.each([
    ['web-shop', 'system:default/web-shop'],
    ['Web-Shop', 'system:default/web-shop'],
    ['system:shop/web', 'system:shop/web'],
    ['', ''],
  ])('takes %j for the System %j', (text, ref) => {
    expect(filterRef('catalogSystem', text)).toBe(ref);
  });

  it.each([
    ['owner', 'group:'],
    ['owner', 'a/b/c'],
    ['owner', ':team-a'],
    ['owner', 'group:default/'],
    ['owner', 'https://example.com/team'],
    ['catalogSystem', 'a:b:c'],
    ['catalogSystem', 'component:default/web'],
  ] as const)('has no %s for %j', (field, text) => {
    expect(filterRef(field, text)).toBeUndefined();
  });

  it('takes what it gave for the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('owner' as const, 'catalogSystem' as const),
        fc.string({ unit: 'binary' }),
        (field, text) => {
          const ref = filterRef(field, text);
          expect(ref === undefined ? ref : filterRef(field, ref)).toBe(ref);
        },
      ),
    );
  });
});

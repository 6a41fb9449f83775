import { waiverCovers } from './waiverCovers';

const shop = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  namespace: 'shop',
  name: 'shop',
};
const armId = '/subscriptions/1/resourceGroups/rg-shop';
const finding = { ruleId: 'some-rule', subject: shop };

describe('waiverCovers', () => {
  it.each([
    ['the same object', shop, true],
    ['every object', undefined, true],
    [
      'the same object of another version',
      { ...shop, apiVersion: 'networking.k8s.io/v1beta1' },
      true,
    ],
    ['another object', { ...shop, name: 'till' }, false],
    ['an object of another namespace', { ...shop, namespace: 'pay' }, false],
    ['an object of another kind', { ...shop, kind: 'IngressClass' }, false],
    [
      'an object of another group',
      { ...shop, apiVersion: 'extensions/v1' },
      false,
    ],
    ['an object of the core group', { ...shop, apiVersion: 'v1' }, false],
    ['a resource of Azure', { armId }, false],
  ])('is %s', (_, subject, covered) => {
    expect(waiverCovers({ ruleId: 'some-rule', subject }, finding)).toBe(
      covered,
    );
    expect(waiverCovers({ ruleId: 'other-rule', subject }, finding)).toBe(
      false,
    );
  });

  it('takes resource ids of Azure in any case', () => {
    const waiver = { ruleId: 'some-rule', subject: { armId } };
    const of = (id: string) => ({
      ruleId: 'some-rule',
      subject: { armId: id },
    });

    expect(waiverCovers(waiver, of(armId.toUpperCase()))).toBe(true);
    expect(waiverCovers(waiver, of(`${armId}-2`))).toBe(false);
    expect(waiverCovers({ ...waiver, subject: shop }, of(armId))).toBe(false);
  });
});

import fc from 'fast-check';
import { StatusError } from '../status/StatusError';
import { parseLabelSelector } from './labelSelector';

function outcomeOf(selector: string): string {
  try {
    parseLabelSelector(selector)({ app: 'shop' });
    return 'selects';
  } catch (error) {
    return error instanceof StatusError ? 'refused' : String(error);
  }
}

describe('parseLabelSelector', () => {
  const shop = { app: 'shop', 'app.kubernetes.io/name': 'cart', tier: 'web' };

  it.each([
    ['', true],
    ['app', true],
    ['!app', false],
    ['!legacy', true],
    ['app=shop', true],
    ['app==shop', true],
    ['app = shop', true],
    ['app!=shop', false],
    ['legacy!=shop', true],
    ['app=', false],
    ['app in (bar, shop)', true],
    ['app notin (shop)', false],
    ['legacy notin (shop)', true],
    ['app.kubernetes.io/name=cart,tier in (web,api)', true],
    ['app=shop,tier=api', false],
    ['toString', false],
  ])('selects by %s: %s', (selector, expected) => {
    expect(parseLabelSelector(selector)(shop)).toBe(expected);
  });

  it('selects objects without labels by negations only', () => {
    expect(parseLabelSelector('!app')(undefined)).toBe(true);
    expect(parseLabelSelector('app')(undefined)).toBe(false);
  });

  it.each(['a in b', '=x', 'a=b=c', 'a,,b', '(', 'a in (b'])(
    'refuses %s with 400',
    selector => {
      expect(() => parseLabelSelector(selector)).toThrow(
        /unable to parse requirement/,
      );
    },
  );

  it('reads anything or refuses it', () => {
    fc.assert(
      fc.property(fc.string(), selector => {
        expect(['selects', 'refused']).toContain(outcomeOf(selector));
      }),
    );
  });
});

import { addressKey } from './addressKey';

describe('addressKey', () => {
  it.each([
    ['10.0.0.1', ' 10.0.0.1 '],
    ['2001:db8:0:0:0:0:0:1', '2001:DB8::1'],
    ['Shop.Example.com.', 'shop.example.com'],
  ])('is the same for %s and %s', (left, right) => {
    expect(addressKey(left)).toBe(addressKey(right));
  });

  it.each([
    ['10.0.0.1', '10.0.0.2'],
    ['1', '0.0.0.1'],
    ['shop.example.com', 'example.com'],
  ])('differs for %s and %s', (left, right) => {
    expect(addressKey(left)).not.toBe(addressKey(right));
  });
});

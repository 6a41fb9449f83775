import { isWebAddress, proseParts } from './webAddress';

const script = ['javascript', 'alert(1)'].join(':');

describe('isWebAddress', () => {
  it.each(['https://example.com/a', 'http://example.com'])(
    'is true of %s',
    address => {
      expect(isWebAddress(address)).toBe(true);
    },
  );

  it.each([
    script,
    'data:text/html,x',
    '//example.com',
    'https://',
    'https://example.com and more',
    '',
  ])('is false of %j', address => {
    expect(isWebAddress(address)).toBe(false);
  });
});

describe('proseParts', () => {
  it.each<[string, string[]]>([
    ['https://example.com/a', ['https://example.com/a']],
    [
      'https://example.com/a/ and the README of example/a',
      ['https://example.com/a/'],
    ],
    [
      'See http://example.com/a, https://example.com/b.',
      ['http://example.com/a', 'https://example.com/b'],
    ],
    ['The page (https://example.com/a).', ['https://example.com/a']],
    [
      'See https://example.com/a_(disambiguation).',
      ['https://example.com/a_(disambiguation)'],
    ],
    ['<a href="https://example.com/a">', ['https://example.com/a']],
  ])('finds the addresses in %j', (prose, addresses) => {
    expect(proseParts(prose).flatMap(part => part.address ?? [])).toEqual(
      addresses,
    );
  });

  it.each([
    'No address at all',
    `${script} ftp://example.com //example.com data:text/html,x`,
    'https:// and http://)',
    '',
  ])('finds none in %j', prose => {
    expect(proseParts(prose).some(part => part.address)).toBe(false);
  });

  it.each([
    'See http://example.com/a, https://example.com/b.',
    '(https://example.com/(a)) https://',
    'x',
    '',
  ])('loses nothing of %j', prose => {
    expect(
      proseParts(prose)
        .map(part => part.text)
        .join(''),
    ).toBe(prose);
  });
});

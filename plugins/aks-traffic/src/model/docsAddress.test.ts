import { docsAddress, isDocsUrl } from './docsAddress';

const docs = 'docs/rules/orphaned-class.md';

describe('docsAddress', () => {
  it.each(['https://example.com/aks/docs', 'https://example.com/aks/docs//'])(
    'puts the path below the folder behind %s',
    docsUrl => {
      expect(docsAddress({ docs, docsUrl })).toBe(
        'https://example.com/aks/docs/rules/orphaned-class.md',
      );
    },
  );

  it('leaves a page that is an address where it is', () => {
    const address = 'https://example.com/rule';
    expect(docsAddress({ docs: address, docsUrl: undefined })).toBe(address);
    expect(docsAddress({ docs: address, docsUrl: 'https://example.org' })).toBe(
      address,
    );
  });

  it('writes what an address cannot hold in its own way', () => {
    expect(
      docsAddress({ docs: 'docs/a b?c#d.md', docsUrl: 'https://example.com' }),
    ).toBe('https://example.com/a%20b%3Fc%23d.md');
  });

  it('knows no address while none is set', () => {
    expect(docsAddress({ docs, docsUrl: undefined })).toBeUndefined();
  });

  it.each([
    'docs/../../admin',
    'docs//example.com',
    'docs/./x.md',
    'docs/',
    'rules/orphaned-class.md',
    '/docs/rules/x.md',
    ['javascript', 'alert(1)'].join(':'),
  ])('does not follow %j', path => {
    expect(
      docsAddress({ docs: path, docsUrl: 'https://example.com/docs' }),
    ).toBeUndefined();
  });

  it.each([
    'docs',
    '/docs',
    ['javascript', 'alert(1)'].join(':'),
    'https://example.com/docs?path=',
    'https://example.com/docs#',
  ])('puts nothing behind %j', docsUrl => {
    expect(isDocsUrl(docsUrl)).toBe(false);
    expect(docsAddress({ docs, docsUrl })).toBeUndefined();
  });
});

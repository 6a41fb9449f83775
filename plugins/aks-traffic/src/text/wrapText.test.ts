import fc from 'fast-check';
import { wrapText } from './wrapText';

const narrow = { maxCharacters: 16, maxLines: 3 };

describe('wrapText', () => {
  it.each([
    ['storefront', ['storefront']],
    [
      'Application routing add-on (managed NGINX)',
      ['Application', 'routing add-on', '(managed NGINX)'],
    ],
    ['aks-shop-prod-weu-01', ['aks-shop-prod-', 'weu-01']],
    ['www.contoso.example', ['www.contoso.', 'example']],
    ['Virtual network and its peers', ['Virtual network', 'and its peers']],
    ['', ['']],
  ])('breaks %j where words end', (text, lines) => {
    expect(wrapText(text, narrow)).toEqual(lines);
  });

  it('shows that something was cut', () => {
    expect(
      wrapText('one two three four', { maxCharacters: 5, maxLines: 2 }),
    ).toEqual(['one', 'two…']);
  });

  it('never makes a line longer than asked, and loses nothing while there is room', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.integer({ min: 2, max: 20 }),
        (text, maxCharacters) => {
          const whole = wrapText(text, { maxCharacters, maxLines: 100 });
          const bare = (value: string) => value.replace(/\s/g, '');
          expect(bare(whole.join(''))).toBe(bare(text));
          for (const lines of [
            whole,
            wrapText(text, { maxCharacters, maxLines: 2 }),
          ]) {
            for (const line of lines) {
              expect(line.length).toBeLessThanOrEqual(maxCharacters);
            }
          }
        },
      ),
    );
  });
});

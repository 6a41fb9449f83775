import fc from 'fast-check';
import { describeError, plainText } from './describeError';

describe('describeError', () => {
  it('steers no terminal, and loses nothing', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u001b[31m', '\r', '\u009b', '\u202e', '\u{e0041}'),
        fc.string({ unit: 'binary', maxLength: 2 }),
      ),
    });
    fc.assert(
      fc.property(hostile, text => {
        for (const line of describeError(new Error(text)).split('\n')) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        }
        expect(plainText(`${text}\n`)).toMatch(/\n$/);
      }),
    );
    expect(plainText('a\u001b[31m\u{e0041}\nb')).toBe(
      'a\\u001b[31m\\udb40\\udc41\nb',
    );
  });

  it('keeps the stack, and says what is no error', () => {
    expect(describeError(new Error('x'))).toMatch(/^Error: x\n +at /);
    expect(describeError('x')).toBe('x');
  });
});

import { inspect } from 'node:util';
import { writtenForms } from './credentials';
import { Recorder } from './Recorder';

const secret = 'planted~token of-nobody';

describe('what is planted', () => {
  it.each([
    ['as it is', `a ${secret} b`],
    ['in an address', `/a?b=${encodeURIComponent(secret)}&c`],
    ['in a form', new URLSearchParams({ a: secret, b: 'c' }).toString()],
    ...['', 'a', 'ab', 'abc'].flatMap(before =>
      (['base64', 'base64url'] as const).map(encoding => [
        `in ${encoding} after ${inspect(before)}`,
        Buffer.from(`${before}${secret} and more`).toString(encoding),
      ]),
    ),
  ])('is found %s in what is said, at any depth', (_, text) => {
    const recorder = new Recorder();
    recorder.note('log warn', 'nothing', { cause: new Error('nothing') });
    expect(recorder.linesWith(writtenForms(secret))).toEqual([]);
    recorder.note('log warn', 'failed', {
      cause: Object.assign(new Error('failed'), { request: { text } }),
    });
    expect(recorder.linesWith(writtenForms(secret))).toContainEqual(
      expect.stringMatching(/^log warn: /),
    );
  });
});

import { Readable } from 'node:stream';
import fc from 'fast-check';
import { parseWatchEvent } from './parseWatchEvent';
import { readLines } from './readLines';
import { retryWatchAfter } from './retryWatchAfter';

describe('parseWatchEvent', () => {
  it('survives any line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), line => {
        expect(() => parseWatchEvent(line)).not.toThrow();
      }),
    );
  });

  it.each([
    ['no JSON', '<html>'],
    ['no event', '{"kind":"Status"}'],
    ['an unknown type', '{"type":"MOVED","object":{"metadata":{"name":"a"}}}'],
    [
      'an event without a version',
      '{"type":"ADDED","object":{"metadata":{"name":"a"}}}',
    ],
    [
      'an object without a name',
      '{"type":"ADDED","object":{"metadata":{"resourceVersion":"1"}}}',
    ],
  ])('does not take %s for an event', (_, line) => {
    expect(parseWatchEvent(line)).toBeUndefined();
  });

  it('tells a position that is too old from other errors', () => {
    const error = (code: number) =>
      parseWatchEvent(
        JSON.stringify({
          type: 'ERROR',
          object: { kind: 'Status', code, message: 'why' },
        }),
      );
    expect(error(410)).toEqual({ type: 'expired' });
    expect(error(500)).toEqual({ type: 'error', message: 'why' });
  });
});

describe('an error in a watch', () => {
  it('does not hold the token that the server repeats', () => {
    const line = JSON.stringify({
      type: 'ERROR',
      object: { code: 500, message: 'got opaque-token of you' },
    });
    expect(parseWatchEvent(line, 'opaque-token')).toEqual({
      type: 'error',
      message: 'got (withheld) of you',
    });
  });
});

describe('readLines', () => {
  async function linesOf(chunks: Buffer[], maxBytes = 1000) {
    const lines: string[] = [];
    for await (const line of readLines({
      body: Readable.from(chunks),
      maxBytes,
    })) {
      lines.push(line);
    }
    return lines;
  }

  it('finds the same lines however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme' }).map(text => text.replace(/\n/g, ' ')),
        ),
        fc.integer({ min: 1, max: 20 }),
        async (lines, size) => {
          const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
          const chunks = Array.from(
            { length: Math.ceil(bytes.length / size) },
            (_, index) => bytes.subarray(index * size, (index + 1) * size),
          );
          expect(await linesOf(chunks)).toEqual(lines);
        },
      ),
    );
  });

  it('does not take half a line for a whole one', async () => {
    await expect(linesOf([Buffer.from('{"a":1}\n{"b"')])).rejects.toThrow();
  });

  it('holds no line that is longer than allowed', async () => {
    const endless = Array.from({ length: 20 }, () => Buffer.alloc(100, 'x'));
    await expect(linesOf(endless)).rejects.toThrow();
  });
});

describe('retryWatchAfter', () => {
  const limits = { firstRetryMs: 1_000, maxRetryMs: 15_000 };

  it('waits longer each time, up to a limit, and never the same for all', () => {
    const waits = (random: number) =>
      [1, 2, 3, 4, 5, 50].map(failures =>
        retryWatchAfter({ failures, limits, random }),
      );
    expect(waits(1)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(waits(0)).toEqual([500, 1000, 2000, 4000, 7500, 7500]);
  });

  it('never comes back before the time a server asked for, short of hours', () => {
    const wait = (retryAfterMs: number) =>
      retryWatchAfter({ failures: 1, retryAfterMs, limits, random: 0 });
    expect(wait(90_000)).toBe(90_000);
    expect(wait(3_600_000)).toBe(300_000);
  });
});

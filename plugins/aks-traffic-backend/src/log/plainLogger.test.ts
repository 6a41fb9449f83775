import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import { Writable } from 'node:stream';
import { setImmediate as settled } from 'node:timers/promises';
import fc from 'fast-check';
import { plainLogger } from './plainLogger';

const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
// eslint-disable-next-line no-control-regex -- the colours that Backstage itself writes
const colour = /\u001b\[\d+m/g;

/** What a cluster, Azure, the catalog or a caller may send to forge a line or to steer a terminal. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\n2026-11-29T00:00:00.000Z aks-traffic error forged',
      '\r\u001b[2K',
      '\u001b]8;;https://example.com\u0007',
      '\u009b31m',
      '\u2028',
      '\u202e',
      '"}\n{"level":"error"',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  maxLength: 8,
});

/** A transport of winston that keeps the lines as they would be written. */
function writeTo(lines: string[]) {
  const log = (info: Record<symbol, string>, done: () => void) => {
    lines.push(info[Symbol.for('message')]);
    done();
  };
  const stream = new Writable({
    objectMode: true,
    write: (info, _, done) => log(info, done),
  });
  return Object.assign(stream, { log });
}

describe.each(['production', 'development'])('plainLogger in %s', mode => {
  const previous = process.env.NODE_ENV;
  const written: string[] = [];
  let logger: ReturnType<typeof plainLogger>;

  beforeAll(() => {
    // Backstage picks JSON or colours by it, once.
    Object.assign(process.env, { NODE_ENV: mode });
    logger = plainLogger(
      WinstonLogger.create({
        level: 'debug',
        transports: [writeTo(written) as never],
      }),
    );
  });

  afterAll(() => {
    Object.assign(process.env, { NODE_ENV: previous });
  });

  beforeEach(() => {
    written.length = 0;
  });

  async function lines() {
    await settled();
    return written.map(text => text.replace(colour, ''));
  }

  it('writes one line for each call, which steers nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostile,
        hostile,
        hostile,
        async (message, name, value) => {
          written.length = 0;
          logger.info(message, { [`x${name}`]: value, deep: [{ value }] });
          logger.error(message, new Error(value));
          logger.child({ cluster: value }).warn(message);

          const all = await lines();
          expect(all).toHaveLength(3);
          for (const line of all) {
            expect(line).not.toMatch(steering);
          }
        },
      ),
    );
  });

  it('loses nothing of what was said', async () => {
    logger.warn('Cluster a\nb: \u001b[31mdown', {
      cluster: 'a\u202eb',
      tried: 2,
      __proto__: 'own',
    });

    const [line] = await lines();
    for (const part of ['warn', 'a', 'b: ', '[31mdown', '202e', '2']) {
      expect(line).toContain(part);
    }
  });
});

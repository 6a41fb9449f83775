import { Agent, request } from 'undici';
import { gunzipSync } from 'node:zlib';
import { jsonReply } from './Reply';
import { BodyFault, sendReply } from './sendReply';
import { RunningServer, startServer } from './startServer';

const value = {
  name: 'all',
  items: Array.from({ length: 500 }, (_, index) => ({ index })),
};
let bodyFault: BodyFault | undefined;
let server: RunningServer;
let dispatcher: Agent;

beforeAll(async () => {
  dispatcher = new Agent();
  server = await startServer({
    handler: async (incoming, response) =>
      sendReply({
        request: incoming,
        response,
        reply: jsonReply(200, value),
        bodyFault,
      }),
  });
});

afterEach(() => {
  bodyFault = undefined;
});

afterAll(async () => {
  await dispatcher.close();
  await server.close();
});

async function get(headers: Record<string, string> = {}) {
  const answer = await request(server.url, { dispatcher, headers });
  const body = Buffer.from(await answer.body.arrayBuffer());
  return { headers: answer.headers, body };
}

describe('sendReply', () => {
  it('compresses for those who accept it only', async () => {
    const plain = await get();
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(plain.body.toString())).toEqual(value);
    const compressed = await get({ 'accept-encoding': 'gzip, br' });
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(compressed.body.length).toBeLessThan(plain.body.length / 2);
    expect(JSON.parse(gunzipSync(compressed.body).toString())).toEqual(value);
  });

  it('cuts a body in a way that the HTTP client takes for the whole', async () => {
    const whole = (await get()).body;
    bodyFault = { kind: 'cut', fraction: 0.5 };
    const { body } = await get({ 'accept-encoding': 'gzip' });
    expect(body).toEqual(whole.subarray(0, Math.floor(whole.length / 2)));
    expect(() => JSON.parse(body.toString())).toThrow('JSON');
  });

  it('sends bytes that are no text, or another text, in valid JSON', async () => {
    bodyFault = { kind: 'garbled' };
    const { body } = await get();
    expect(body.includes(0xff)).toBe(true);
    expect(JSON.parse(body.toString()).name).toBe('all\ufffd');

    bodyFault = { kind: 'rewrite', text: '"all"', by: '"$&"' };
    expect(JSON.parse((await get()).body.toString()).name).toBe('$&');
  });
});

import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { countReceived } from './countReceived';

describe('countReceived', () => {
  it('counts what comes over open and ended connections', async () => {
    const server = createServer((_, response) =>
      response.end('x'.repeat(1000)),
    );
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const received = countReceived();
    const pool = new Pool(`http://127.0.0.1:${port}`);
    try {
      expect(received()).toBe(0);
      const ask = async () =>
        (await pool.request({ path: '/', method: 'GET' })).body.text();
      await ask();
      const once = received();
      expect(once).toBeGreaterThan(1000);
      await ask();
      expect(received()).toBe(2 * once);
      await pool.close();
      expect(received()).toBe(2 * once);
    } finally {
      await pool.close().catch(() => {});
      await new Promise(done => server.close(done));
    }
  });
});

import { useSimulator } from '../__testUtils__/useSimulator';

const simulator = useSimulator();

const greetAzure = async () => (await simulator.send('/')).status;

const greetInVain = () =>
  simulator.send('/', { signal: AbortSignal.timeout(300) });

describe('a server that hangs before a request', () => {
  it.each(['hang-at-connect', 'hang-in-handshake'])(
    'with %s lets nothing through until the fault ends',
    async kind => {
      expect(await greetAzure()).toBe(404);
      await simulator.control('PUT', '/faults/a', {
        target: 'azure',
        effect: { kind },
      });
      await expect(greetInVain()).rejects.toMatchObject({
        name: 'TimeoutError',
      });

      await simulator.control('DELETE', '/faults/a');
      expect(await greetAzure()).toBe(404);
    },
  );

  it('still hangs when it was recreated meanwhile', async () => {
    const fault = {
      target: 'aks-shop',
      effect: { kind: 'hang-in-handshake' },
    };
    await simulator.control('PUT', '/faults/a', fault);
    const { body } = await simulator.control(
      'POST',
      '/clusters/aks-shop/recreate',
    );
    const greeting = fetch(body.server, { signal: AbortSignal.timeout(300) });
    await expect(greeting).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

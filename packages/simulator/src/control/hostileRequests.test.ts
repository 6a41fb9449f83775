import fc from 'fast-check';
import { useSimulator } from '../__testUtils__/useSimulator';

const simulator = useSimulator();

const word = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'aks-shop',
    'v1',
    'Service',
    'Ingress',
    'networking.k8s.io/v1',
    'hang',
    'cut',
    'gone',
    'traffic-reader',
    '*',
    'a: [',
    '&a [*a, *a]',
    '---\n---',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

const body = fc.oneof(
  word,
  fc.json(),
  fc
    .record(
      {
        apiVersion: word,
        kind: word,
        metadata: fc.oneof(
          fc.record({ name: word, namespace: word }, { requiredKeys: [] }),
          fc.jsonValue({ maxDepth: 1 }),
        ),
        spec: fc.jsonValue({ maxDepth: 2 }),
        status: fc.jsonValue({ maxDepth: 2 }),
        target: word,
        effect: fc.oneof(
          fc.record({ kind: word, fraction: fc.double(), text: word }),
          fc.jsonValue({ maxDepth: 1 }),
        ),
        how: word,
      },
      { requiredKeys: [] },
    )
    .map(value => JSON.stringify(value)),
);

/** Of routes that change something; the rest of a path is a name. */
const routes = [
  ['PUT', '/faults/'],
  ['DELETE', '/faults/'],
  ['PUT', '/clusters/aks-shop/objects?x='],
  ['POST', '/clusters/aks-shop/deploy?x='],
  ['DELETE', '/clusters/aks-shop/objects?apiVersion=v1&kind=Service&name='],
  ['PUT', '/clusters/aks-shop/roles/'],
  ['POST', '/clusters/aks-shop/watches?x='],
  ['GET', '/clusters/'],
  ['GET', '/'],
] as const;

describe('the control port', () => {
  it('answers every request in words, and goes on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        word,
        body,
        async ([method, path], name, sent) => {
          const { status, body: answer } = await simulator.control(
            method,
            `${path}${encodeURIComponent(name)}`,
            method === 'GET' ? undefined : sent,
          );

          expect([200, 400, 404]).toContain(status);
          expect(status === 200 || typeof answer.error === 'string').toBe(true);
        },
      ),
    );
    await simulator.control('DELETE', '/faults');
    expect((await simulator.control('GET', '/estate')).status).toBe(200);
  });
});

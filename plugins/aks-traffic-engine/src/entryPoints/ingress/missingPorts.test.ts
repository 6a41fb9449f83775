import { analyze, onlyEntry } from '../../__testUtils__/analyze';
import {
  controller,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';

const running = [
  ...controller({ image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1' }),
  ingressClass('nginx', 'k8s.io/ingress-nginx'),
];

function entryWith(
  port: unknown,
  ports: unknown[] = [{ name: 'http', port: 80 }],
) {
  return onlyEntry(
    analyze([
      ...running,
      service({ spec: { ports } }),
      ingress({
        className: 'nginx',
        spec: { rules: [], defaultBackend: { service: { name: 'web', port } } },
      }),
    ]),
  );
}

describe('the port an Ingress leads to', () => {
  it.each([
    ['its number', { number: 80 }, undefined],
    ['its name', { name: 'http' }, undefined],
    ['another number', { number: 8080 }, '8080'],
    ['another name', { name: 'web' }, 'web'],
    ['nothing', undefined, undefined],
  ])('is found by %s', (_case, port, missing) => {
    const entry = entryWith(port);
    expect(entry.capabilities.missingPorts).toBe(missing);
    expect(entry.exposure).toBe('public');
    expect(
      entry.evidence.some(({ meaning }) => meaning.includes('has no port')),
    ).toBe(missing !== undefined);
  });

  it('is not missed where the Service has no list of ports', () => {
    expect(entryWith({ number: 80 }, []).capabilities).not.toHaveProperty(
      'missingPorts',
    );
  });
});

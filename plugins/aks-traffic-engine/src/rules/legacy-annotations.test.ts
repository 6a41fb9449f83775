import { analyze, trafficOf } from '../__testUtils__/analyze';
import {
  controller,
  ingress as ingressOfShop,
  service,
} from '../__testUtils__/builders';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { legacyAnnotations } from './legacy-annotations';

describe('legacy-annotations', () => {
  const ingress = (className: string) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: 'web',
      namespace: 'shop',
      annotations: {
        'nginx.ingress.kubernetes.io/limit-rps': '5',
        'nginx.org/client-max-body-size': '1m',
      },
    },
    spec: { ingressClassName: className },
  });
  const classNginx = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'nginx' },
    spec: { controller: 'k8s.io/ingress-nginx' },
  };

  it.each([
    ['f5-nginx', 'nginx', 1],
    ['traefik', 'traefik', 1],
    ['ingress-nginx', 'nginx', 0],
    ['unknown', 'nginx', 0],
  ] as const)('on an Ingress of %s, class %s: %s', (system, name, count) => {
    const input = ruleInput({
      objects: [ingress(name), classNginx],
      services: [serviceDraft({ entryPoints: [entryPoint({ system })] })],
    });
    const findings = serviceFindings(legacyAnnotations, input);
    expect(findings).toHaveLength(count);
    for (const finding of findings) {
      expect(finding.severity).toBe('info');
      expect(finding.evidence.map(({ value }) => value)).toEqual(['5']);
    }
  });

  describe('where Traefik serves the class of ingress-nginx', () => {
    const traefik = (...args: string[]) =>
      controller({ image: 'traefik:v3.5', args });
    const web = (annotations: Record<string, string>) =>
      ingressOfShop({
        className: 'nginx',
        annotations: Object.fromEntries(
          Object.entries(annotations).map(([name, value]) => [
            `nginx.ingress.kubernetes.io/${name}`,
            value,
          ]),
        ),
      });
    const found = (annotations: Record<string, string>) =>
      trafficOf(
        analyze([
          ...traefik('--providers.kubernetesingressnginx'),
          classNginx,
          service(),
          web(annotations),
        ]),
      ).findings.filter(({ ruleId }) => ruleId === 'legacy-annotations');

    it('has nothing to say about what its provider for them reads', () => {
      expect(found({ 'proxy-body-size': '8m' })).toEqual([]);
    });

    it('finds what the provider does not read', () => {
      const findings = found({
        'proxy-body-size': '8m',
        'mirror-target': 'https://copy.example',
      });
      expect(findings).toMatchObject([
        { evidence: [{ value: 'https://copy.example' }] },
      ]);
    });
  });
});

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
    ['traefik', 'nginx', 0],
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
});

import {
  analyze,
  onlyEntry,
  orphansOf,
  trafficOf,
  waysInto,
} from '../__testUtils__/analyze';
import {
  controller,
  ingress,
  ingressClass,
  service,
} from '../__testUtils__/builders';

const nginx = controller({
  name: 'nginx',
  image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
});
const nginxClass = ingressClass('nginx', 'k8s.io/ingress-nginx');
const agicClass = ingressClass(
  'azure-application-gateway',
  'azure/application-gateway',
);
const agic = controller({
  name: 'agic',
  image: 'mcr.microsoft.com/azure-application-gateway/kubernetes-ingress:1.9.4',
}).slice(0, 1);

function rulesOf(analysis: ReturnType<typeof analyze>): string[] {
  return trafficOf(analysis).findings.map(({ ruleId }) => ruleId);
}

describe('who serves an Ingress', () => {
  it('shows every controller that serves it by its own precedence, and the contradiction', () => {
    const analysis = analyze([
      ...nginx,
      ...agic,
      nginxClass,
      agicClass,
      service(),
      ingress({ className: 'nginx', annotation: 'azure/application-gateway' }),
    ]);
    expect(waysInto(analysis)).toEqual([
      'application-gateway-ingress-controller public conflict',
      'ingress-nginx public conflict',
    ]);
    expect(rulesOf(analysis)).toEqual(
      expect.arrayContaining(['class-conflict', 'controller-conflict']),
    );
  });

  it('reports field and annotation that disagree even where only one is served', () => {
    const analysis = analyze([
      ...nginx,
      nginxClass,
      service(),
      ingress({ className: 'nginx', annotation: 'azure/application-gateway' }),
    ]);
    expect(waysInto(analysis)).toEqual(['ingress-nginx public proven']);
    expect(rulesOf(analysis)).toContain('class-conflict');
  });

  it('finds nothing wrong with field and annotation that lead to the same controller', () => {
    const analysis = analyze([
      ...nginx,
      nginxClass,
      service(),
      ingress({ className: 'nginx', annotation: 'nginx' }),
    ]);
    expect(rulesOf(analysis)).not.toContain('class-conflict');
  });

  it('leaves an Ingress of a class that does not exist an orphan, with the reason', () => {
    const analysis = analyze([
      ...nginx,
      nginxClass,
      service(),
      ingress({ className: 'gone' }),
    ]);
    expect(trafficOf(analysis).exposure).toBe('cluster-only');
    expect(analysis.orphans).toMatchObject([
      {
        resource: { kind: 'Ingress', name: 'web' },
        reason: expect.stringContaining('IngressClass gone does not exist'),
      },
    ]);
  });

  it('does not call it an orphan where classes were not read', () => {
    const analysis = analyze(
      [...nginx, service(), ingress({ className: 'gone', addresses: [] })],
      { unread: ['ingressclasses'] },
    );
    expect(waysInto(analysis)).toEqual(['unknown unknown inferred']);
    expect(orphansOf(analysis)).toEqual([]);
  });

  it('infers the one controller that usually has a class that was not read', () => {
    expect(
      waysInto(
        analyze([...nginx, service(), ingress({ className: 'nginx' })], {
          unread: ['ingressclasses'],
        }),
      ),
    ).toEqual(['ingress-nginx public inferred']);
  });

  it('leaves the system unknown where two controllers usually have the class', () => {
    const f5 = controller({
      name: 'f5',
      image: 'nginx/nginx-ingress:5.2.0',
      address: '203.0.113.10',
    });
    expect(
      waysInto(
        analyze(
          [
            ...nginx,
            ...f5,
            service(),
            ingress({ className: 'nginx', addresses: [] }),
          ],
          { unread: ['ingressclasses'] },
        ),
      ),
    ).toEqual(['unknown unknown inferred']);
  });

  it('takes the default class of today for no proof that an older Ingress has it', () => {
    const analysis = analyze([
      ...nginx,
      ingressClass('nginx', 'k8s.io/ingress-nginx', { isDefault: true }),
      service(),
      ingress({ addresses: [] }),
    ]);
    expect(trafficOf(analysis).exposure).toBe('cluster-only');
    expect(orphansOf(analysis)).toEqual(['Ingress web']);
  });

  it('knows a controller it has no name for by its class', () => {
    const analysis = analyze([
      ingressClass('edge', 'example.com/edge'),
      service(),
      ingress({ className: 'edge' }),
    ]);
    expect(waysInto(analysis)).toEqual(['other public inferred']);
    expect(onlyEntry(analysis).attached).toBe('unknown');
  });

  it('does not take an Ingress for unserved whose address is that of an unrecognised workload', () => {
    const disguised = controller({ image: 'acr.example/edge/renamed:3' });
    expect(
      waysInto(
        analyze([
          ...disguised,
          nginxClass,
          service(),
          ingress({ className: 'nginx' }),
        ]),
      ),
    ).toEqual(['ingress-nginx public inferred']);
  });

  it('takes an address of a known controller that ignores the Ingress for a leftover', () => {
    const analysis = analyze([
      ...nginx,
      nginxClass,
      ingressClass('traefik', 'traefik.io/ingress-controller'),
      service(),
      ingress({ className: 'traefik' }),
    ]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual([
      'Ingress web',
      'IngressClass traefik',
    ]);
  });
});

describe('who serves an Ingress, from files', () => {
  const files = { origin: 'files' as const };

  it('infers the system from the controller value of the class', () => {
    expect(
      waysInto(
        analyze(
          [
            ingressClass('any', 'azure/application-gateway'),
            service(),
            ingress({ className: 'any' }),
          ],
          files,
        ),
      ),
    ).toEqual(['application-gateway-ingress-controller public inferred']);
  });

  it.each([
    ['nginx', {}, 'ingress-nginx'],
    ['nginx', { 'nginx.org/mergeable-ingress-type': 'master' }, 'f5-nginx'],
    ['webapprouting.kubernetes.azure.com', {}, 'app-routing-nginx'],
    ['azure-alb-external', {}, 'application-gateway-for-containers'],
    ['something-else', {}, 'unknown'],
  ])(
    'infers from class name %s with annotations %j: %s',
    (className, annotations, system) => {
      const analysis = analyze(
        [service(), ingress({ className, annotations, addresses: [] })],
        files,
      );
      expect(onlyEntry(analysis)).toMatchObject({
        system,
        confidence: 'inferred',
        attached: 'unknown',
      });
      expect(orphansOf(analysis)).toEqual([]);
    },
  );

  it('says in the evidence that the name is only a convention', () => {
    const { evidence } = onlyEntry(
      analyze(
        [service(), ingress({ className: 'nginx', addresses: [] })],
        files,
      ),
    );
    expect(evidence.map(({ meaning }) => meaning).join()).toContain(
      'others use it too',
    );
  });

  it('never proves a controller, not even with its workload in the files', () => {
    expect(
      waysInto(
        analyze(
          [...nginx, nginxClass, service(), ingress({ className: 'nginx' })],
          files,
        ),
      ),
    ).toEqual(['ingress-nginx public inferred']);
  });

  it('leaves an Ingress without a class unknown', () => {
    expect(
      waysInto(analyze([service(), ingress({ addresses: [] })], files)),
    ).toEqual(['unknown unknown inferred']);
  });
});

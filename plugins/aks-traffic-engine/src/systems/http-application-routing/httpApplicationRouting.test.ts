import {
  analyze,
  clusterRow,
  orphansOf,
  waysInto,
} from '../../__testUtils__/analyze';
import { controller, ingress, service } from '../../__testUtils__/builders';

const annotation = 'addon-http-application-routing';
const image =
  'mcr.microsoft.com/oss/kubernetes/ingress/nginx-ingress-controller:v1.2.1';
const args = ['/nginx-ingress-controller', `--ingress-class=${annotation}`];

describe('the HTTP application routing add-on', () => {
  it('is inferred from its workload, whose marks no source confirmed', () => {
    const analysis = analyze([
      ...controller({ namespace: 'kube-system', image, args }),
      service(),
      ingress({ annotation }),
    ]);
    expect(waysInto(analysis)).toEqual([
      'http-application-routing public inferred',
    ]);
    expect(analysis.cluster.controllers).toMatchObject([
      {
        system: 'http-application-routing',
        retirement: 'RET-HTTPAPPROUTING',
      },
    ]);
  });

  it('is known from the row where workloads were not read', () => {
    expect(
      waysInto(
        analyze([service(), ingress({ annotation })], {
          unread: ['deployments'],
          rows: [
            clusterRow({
              addonProfiles: { httpApplicationRouting: { enabled: true } },
            }),
          ],
        }),
      ),
    ).toEqual(['http-application-routing public inferred']);
  });

  it('leaves its Ingresses orphans once it is gone', () => {
    const analysis = analyze([service(), ingress({ annotation })]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual(['Ingress web']);
  });

  it('is not the same program outside of kube-system', () => {
    expect(
      analyze(controller({ image, args })).cluster.controllers,
    ).toMatchObject([{ system: 'ingress-nginx' }]);
  });
});

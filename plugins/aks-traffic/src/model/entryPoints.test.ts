import { fortyEntryPoints } from '../../dev/fixtures/collections';
import { managedNginxEnding } from '../../dev/fixtures/findings';
import { managedNginxRetirement } from '../../dev/fixtures/retirements';
import {
  communityNginx,
  f5Nginx,
  istioInternal,
  managedNginx,
} from '../../dev/fixtures/systems';
import { clusterTraffic } from '../../dev/fixtures/traffic';
import { unattached } from '../../dev/fixtures/troubled';
import { distinctOf, entryPointViews, summariseSystems } from './entryPoints';

const now = new Date('2026-11-22T09:00:00Z');

function viewsOf(traffic: typeof managedNginx) {
  return entryPointViews({ traffic, services: traffic.services, now });
}

describe('entryPointViews', () => {
  it('takes the retirement from the controller that serves the entry point', () => {
    const [view] = viewsOf({
      ...managedNginx,
      services: managedNginx.services.map(service => ({
        ...service,
        findings: [],
      })),
    });
    expect(view.controller?.name).toBe('nginx');
    expect(view.support).toMatchObject({
      state: 'ends',
      retirement: { id: managedNginxRetirement.id },
    });
  });

  it('takes it from a finding about the service when no controller was found', () => {
    const [view] = viewsOf(communityNginx);
    expect(view.controller).toBeUndefined();
    expect(view.support.state).toBe('ended');
  });

  it('does not apply a retirement to a system that it is not about', () => {
    const [view] = viewsOf({
      ...f5Nginx,
      retirements: communityNginx.retirements,
      services: f5Nginx.services.map(service => ({
        ...service,
        findings: communityNginx.services[0].findings,
      })),
    });
    expect(view.support.state).toBe('none-announced');
  });

  it('takes it from a finding about the cluster as a whole, not from one about another resource of it', () => {
    const retirement = {
      ...managedNginxRetirement,
      id: 'RET-ISTIO',
      systems: ['istio' as const],
      date: undefined,
    };
    const armId = '/subscriptions/a/managedClusters/aks-shop-weu';
    const stateFor = (subject: string) =>
      viewsOf({
        ...istioInternal,
        retirements: [retirement],
        clusters: [
          clusterTraffic({
            name: 'aks-shop-weu',
            armId,
            findings: [
              {
                ...managedNginxEnding,
                subject: { armId: subject },
                retirement: retirement.id,
              },
            ],
          }),
        ],
      })[0].support.state;

    expect(stateFor(armId.toUpperCase())).toBe('limited');
    expect(stateFor(`${armId}-other`)).toBe('none-announced');
  });

  it('puts the widest exposure first', () => {
    const exposures = viewsOf(fortyEntryPoints).map(
      view => view.entryPoint.exposure,
    );
    expect(exposures.slice(0, 35)).toEqual(Array(35).fill('public'));
    expect(exposures.slice(35)).toEqual(Array(5).fill('internal'));
  });
});

describe('summariseSystems', () => {
  it('makes one line of forty entry points of one system', () => {
    expect(summariseSystems(viewsOf(fortyEntryPoints))).toEqual([
      expect.objectContaining({ system: 'app-routing-nginx', entryPoints: 40 }),
    ]);
  });

  it('leaves out entry points that let nothing in, unless there are no others', () => {
    const [route] = viewsOf(unattached);
    const [served] = viewsOf(managedNginx);
    expect(
      summariseSystems([route, served]).map(summary => summary.system),
    ).toEqual(['app-routing-nginx']);
    expect(summariseSystems([route]).map(summary => summary.system)).toEqual([
      'app-routing-gateway-api',
    ]);
  });

  it('remembers that evidence conflicts', () => {
    const [view] = viewsOf(managedNginx);
    const [summary] = summariseSystems([
      view,
      {
        ...view,
        entryPoint: { ...view.entryPoint, confidence: 'conflict' },
      },
    ]);
    expect(summary).toMatchObject({ entryPoints: 2, conflict: true });
  });
});

describe('distinctOf', () => {
  it('names each value once', () => {
    expect(distinctOf(viewsOf(fortyEntryPoints), 'addresses')).toEqual([
      '20.82.9.10',
    ]);
    expect(distinctOf(viewsOf(fortyEntryPoints), 'hosts')).toHaveLength(40);
  });
});

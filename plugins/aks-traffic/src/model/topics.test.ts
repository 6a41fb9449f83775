import { Finding } from 'backstage-plugin-aks-traffic-common';
import { managedNginxEnding } from '../../dev/fixtures/findings';
import { clusterOnly, managedNginx } from '../../dev/fixtures/systems';
import { partial } from '../../dev/fixtures/troubled';
import { readingOf } from './coverage';
import { topicsOf } from './topics';

function found(ruleId: string, options: Partial<Finding> = {}): Finding {
  return { ...managedNginxEnding, ruleId, ...options };
}

const [service] = managedNginx.services;

describe('topicsOf', () => {
  it('gathers what rules found about the service and about what it passes', () => {
    const gateway = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'app-routing-system',
      name: 'nginx',
    };
    const { inside, resilience } = topicsOf({
      traffic: {
        ...managedNginx,
        clusters: managedNginx.clusters.map(cluster => ({
          ...cluster,
          findings: [
            found('controller-replicas', { subject: gateway }),
            found('controller-zones', {
              subject: { ...gateway, name: 'other' },
            }),
          ],
        })),
      },
      service: { ...service, findings: [found('mesh-mtls')] },
      reading: readingOf(managedNginx),
    });

    const names = [...inside, ...resilience]
      .filter(({ findings }) => findings.length > 0)
      .map(({ name }) => name);
    expect(names).toEqual(['mesh', 'replicas']);
    expect(inside[0]).toEqual({
      name: 'networkPolicy',
      findings: [],
      isRead: true,
    });
  });

  it('asks nothing about a gateway where there is none', () => {
    const { resilience } = topicsOf({
      traffic: clusterOnly,
      service: clusterOnly.services[0],
      reading: readingOf(clusterOnly),
    });
    expect(resilience.map(({ name }) => name)).toEqual([
      'pods',
      'nodePools',
      'outbound',
    ]);
  });

  it('does not take silence for an answer where not everything was read', () => {
    const { inside } = topicsOf({
      traffic: partial,
      service: partial.services[0],
      reading: readingOf(partial),
    });
    expect(inside.every(({ isRead }) => !isRead)).toBe(true);
  });
});

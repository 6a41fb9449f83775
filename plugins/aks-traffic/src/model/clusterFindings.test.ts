import {
  clusterVersionEnding,
  controllerEnding,
} from '../../dev/fixtures/findings';
import { azureFirewall } from '../../dev/fixtures/egress';
import { clusterFindings as fixture } from '../../dev/fixtures/systems';
import { clusterTraffic, service, traffic } from '../../dev/fixtures/traffic';
import { clusterFindings } from './clusterFindings';

function subjectsOf(findings: { subject: object }[]) {
  return findings.map(({ subject }) =>
    'name' in subject ? subject.name : 'cluster',
  );
}

describe('clusterFindings', () => {
  it('tells the cluster and the serving controller from controllers that serve others', () => {
    const [ofCluster] = clusterFindings({
      traffic: fixture,
      services: fixture.services,
    });
    expect(ofCluster.cluster).toBe('aks-shop-weu');
    expect(subjectsOf(ofCluster.relevant)).toEqual(['cluster', 'nginx']);
    expect(subjectsOf(ofCluster.others)).toEqual([
      'nginx-internal-0',
      'nginx-partner-0',
    ]);
  });

  it('does not take a controller of the same name in another namespace for the serving one', () => {
    const other = controllerEnding('nginx');
    const [ofCluster] = clusterFindings({
      traffic: {
        ...fixture,
        clusters: fixture.clusters.map(cluster => ({
          ...cluster,
          findings: [
            { ...other, subject: { ...other.subject, namespace: 'edge' } },
          ],
        })),
      },
      services: fixture.services,
    });
    expect(ofCluster.relevant).toEqual([]);
    expect(ofCluster.others).toHaveLength(1);
  });

  it('counts a resource on the way out as one that concerns the service', () => {
    const [, firewall] = azureFirewall().hops;
    const about = clusterVersionEnding(firewall.armId ?? '');
    const services = [service({ egress: [azureFirewall()] })];
    const [ofCluster] = clusterFindings({
      traffic: traffic({
        services,
        clusters: [clusterTraffic({ name: 'aks-shop-weu', findings: [about] })],
      }),
      services,
    });
    expect(ofCluster.relevant).toEqual([about]);
  });

  it('leaves out clusters that hold none of the services', () => {
    expect(
      clusterFindings({
        traffic: fixture,
        services: [service({ cluster: 'aks-shop-neu' })],
      }),
    ).toEqual([]);
  });
});

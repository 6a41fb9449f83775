import { discovery, estate, location } from '../__testUtils__/observation';
import { toDiscoveryRecord } from './toDiscoveryRecord';

const now = new Date('2026-11-22T10:00:00Z');

describe('toDiscoveryRecord', () => {
  it('keeps what is known of a cluster and drops how to reach it', () => {
    const [cluster] = discovery(['alpha']).clusters;
    const { clusters } = toDiscoveryRecord(
      discovery([], {
        clusters: [
          {
            ...cluster,
            armId: '/subscriptions/A/x',
            sku: 'Base',
            kubernetesVersion: '1.36.1',
            location: 'westeurope',
            caData: 'pem',
          },
        ],
      }),
      now,
    );

    expect(clusters).toEqual([
      {
        name: 'alpha',
        source: 'config',
        armId: '/subscriptions/A/x',
        sku: 'Base',
        kubernetesVersion: '1.36.1',
        location: 'westeurope',
      },
    ]);
  });

  it('knows the subscriptions of which Azure showed anything', () => {
    const row = (id: string) => ({ id, name: 'x', type: 't' });
    const { visibleSubscriptions } = toDiscoveryRecord(
      discovery([], {
        clusters: [{ ...location('alpha'), armId: '/subscriptions/ddd/x' }],
        estate: estate({
          rows: [
            row('/subscriptions/AAA/resourceGroups/x'),
            row('/SUBSCRIPTIONS/bbb'),
            row('/tenants/ccc'),
            row(''),
          ],
        }),
      }),
      now,
    );

    expect([...visibleSubscriptions]).toEqual(['aaa', 'bbb']);
  });

  it.each(['', 'nul\u0000', 'line\nbreak', '\ud800', 'x'.repeat(254)])(
    'leaves a cluster named %p out with a gap, and keeps the others',
    name => {
      const record = toDiscoveryRecord(
        discovery(['alpha', name], { gaps: ['Another gap.'] }),
        now,
      );

      expect(record.clusters.map(cluster => cluster.name)).toEqual(['alpha']);
      expect(record.gaps).toEqual([
        'Another gap.',
        expect.stringContaining('cannot be used as a name'),
      ]);
    },
  );
});

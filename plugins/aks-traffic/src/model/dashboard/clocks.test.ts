import {
  communityNginxRetirement,
  managedNginxRetirement,
} from '../../../dev/fixtures/retirements';
import { clocksOf } from './clocks';

const retirements = [managedNginxRetirement, communityNginxRetirement];

describe('clocksOf', () => {
  it('counts upstream from its end, and AKS to its own', () => {
    const [upstream, aks] = clocksOf({
      retirements,
      now: new Date('2026-11-22T09:00:00Z'),
    });

    expect(upstream).toMatchObject({
      system: 'ingress-nginx',
      support: { state: 'ended', byAnnouncement: false },
    });
    expect(aks).toMatchObject({
      system: 'app-routing-nginx',
      support: { state: 'ends', daysLeft: 8 },
    });
  });

  it('knows the end on AKS from the announcement only, once it is past', () => {
    const [, aks] = clocksOf({
      retirements,
      now: new Date('2026-12-01T00:00:00Z'),
    });

    expect(aks.support).toMatchObject({ state: 'ended', byAnnouncement: true });
  });

  it('does not make a date up that the backend did not tell', () => {
    expect(
      clocksOf({ retirements: [], now: new Date() }).map(
        ({ support }) => support.state,
      ),
    ).toEqual(['unknown', 'unknown']);
  });
});

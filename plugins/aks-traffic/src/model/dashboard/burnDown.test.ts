import { TrafficHistory } from 'backstage-plugin-aks-traffic-common';
import { burnDownOf, historyFilterOf, labelAnchorOf } from './burnDown';

function historyOf(
  points: [string, Record<string, number>, number?][],
  deadlines: TrafficHistory['deadlines'] = {},
): TrafficHistory {
  return {
    points: points.map(([day, atRisk, unread = 0]) => ({
      day,
      atRisk,
      total: Object.values(atRisk).reduce((sum, count) => sum + count, 0),
      unread,
    })),
    deadlines,
    deadlinePrecisions: { 'app-routing-nginx': 'month' },
  };
}

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe('historyFilterOf', () => {
  it('counts what was at risk on each day, not only what still is', () => {
    const cluster = ['aks-shop-prod-weu'];
    expect(historyFilterOf({ state: ['at-risk'], cluster })).toEqual({
      cluster,
    });
    expect(historyFilterOf({ state: ['moved'], cluster })).toEqual({
      state: ['moved'],
      cluster,
    });
    expect(historyFilterOf({ cluster })).toEqual({ cluster });
  });
});

describe('burnDownOf', () => {
  it('has nothing to show before the first day', () => {
    expect(burnDownOf(historyOf([]))).toBeUndefined();
    expect(burnDownOf(historyOf([['yesterday', {}]]))).toBeUndefined();
  });

  it('names the systems with the most services first, and none that never had any', () => {
    const burnDown = burnDownOf(
      historyOf([
        ['2026-11-01', { 'ingress-nginx': 2, 'app-routing-nginx': 5 }],
        ['2026-11-02', { 'ingress-nginx': 7, istio: 0 }],
      ]),
    );

    expect(burnDown?.systems).toEqual(['ingress-nginx', 'app-routing-nginx']);
  });

  it('joins days in a row on which clusters were not read', () => {
    const burnDown = burnDownOf(
      historyOf([
        ['2026-11-01', {}, 1],
        ['2026-11-02', {}, 2],
        ['2026-11-03', {}],
        ['2026-11-04', {}, 1],
      ]),
    );

    expect(burnDown?.unread).toEqual([
      { from: day('2026-11-01'), to: day('2026-11-03') },
      { from: day('2026-11-04'), to: day('2026-11-05') },
    ]);
  });

  it('shows the time until the next deadline, and leaves out those long past or far away', () => {
    const burnDown = burnDownOf(
      historyOf(
        [
          ['2026-11-01', {}],
          ['2026-11-20', {}],
        ],
        {
          'http-application-routing': '2025-03-03',
          'app-routing-nginx': '2026-11-30',
          'ingress-nginx': '2026-11-10',
          istio: '2028-01-01',
        },
      ),
    );

    expect(
      burnDown?.deadlines.map(({ system, precision }) => [system, precision]),
    ).toEqual([
      ['ingress-nginx', 'day'],
      ['app-routing-nginx', 'month'],
    ]);
    expect(burnDown?.domain).toEqual([day('2026-11-01'), day('2026-11-30')]);
  });
});

describe('labelAnchorOf', () => {
  it('keeps the words at a line within the picture', () => {
    const domain: [number, number] = [day('2026-09-01'), day('2026-11-30')];

    expect(labelAnchorOf(day('2026-11-30'), domain)).toBe('end');
    expect(labelAnchorOf(day('2026-11-20'), domain)).toBe('end');
    expect(labelAnchorOf(day('2026-10-01'), domain)).toBe('middle');
    expect(labelAnchorOf(day('2026-09-01'), domain)).toBe('middle');
  });
});

import { ServiceExport } from 'backstage-plugin-aks-traffic-common';
import { coverageRows } from './coverageRows';
import { formatCsvLine } from './formatCsv';

const whole: Omit<ServiceExport, 'items'> = {
  coverage: { complete: 1, partial: 0, stale: 0, unreachable: 0 },
  gaps: [],
  clusters: [{ cluster: 'alpha', state: 'complete', gaps: [] }],
};

const unreachable = (cluster: string, gaps: string[]) => ({
  ...whole,
  clusters: [{ cluster, state: 'unreachable' as const, gaps }],
});

describe('coverageRows', () => {
  it('has none where nothing is missing', () => {
    expect(coverageRows(whole)).toEqual([]);
  });

  it('says how many clusters are missing to who may not know which', () => {
    expect(
      coverageRows({
        coverage: { complete: 1, partial: 0, stale: 12, unreachable: 1 },
        gaps: [],
      }),
    ).toEqual([
      {
        coverage: 'unreachable',
        gaps: '1 cluster. Names and reasons are shown to those who may list clusters (permission aks-traffic.cluster.read).',
      },
      { coverage: 'stale', gaps: expect.stringMatching(/^12 clusters\. /) },
    ]);
  });

  it('makes no formula of names and reasons', () => {
    const rows = coverageRows({
      ...unreachable('=1+1', ['@SUM(A1) is what the server said.']),
      gaps: ['+1 is not a subscription.'],
    });

    const lines = rows.map(formatCsvLine).join('');
    expect(lines).toContain(`,'=1+1,`);
    expect(lines).toContain(`,'@SUM(A1) is`);
    expect(lines).toContain(`,'+1 is`);
  });

  it('says how many reasons there are beyond what a spreadsheet takes into a cell', () => {
    const reasons = Array.from(
      { length: 200 },
      (_, index) => `${index} ${'x'.repeat(400)}.`,
    );
    const [{ gaps = '' }] = coverageRows(unreachable('alpha', reasons));
    const told = reasons.filter(reason => gaps.includes(reason)).length;

    expect(gaps.length).toBeLessThan(32_767);
    expect(told).toBeGreaterThan(70);
    expect(gaps).toMatch(
      new RegExp(` ${reasons.length - told} more: the JSON export has all\\.$`),
    );
  });

  it('keeps reasons that fit after one that does not', () => {
    const long = 'x'.repeat(40_000);

    expect(
      coverageRows(unreachable('alpha', ['First.', long, 'Last.', long])),
    ).toMatchObject([
      { gaps: 'First. Last. 2 more: the JSON export has all.' },
    ]);
  });

  it('leaves out a reason that alone is too long', () => {
    expect(
      coverageRows(unreachable('alpha', ['x'.repeat(40_000)])),
    ).toMatchObject([{ gaps: '1 more: the JSON export has all.' }]);
  });
});

import fc from 'fast-check';
import {
  printableJson,
  TrafficReport,
} from 'backstage-plugin-aks-traffic-common';
import { formatTable } from './formatTable';

function reportOf(text: string): TrafficReport {
  return {
    schemaVersion: 1,
    generatedAt: '2026-11-22T12:00:00.000Z',
    coverage: [{ cluster: 'files', state: 'partial', gaps: [text] }],
    clusters: [{ name: 'files', controllers: [], findings: [] }],
    services: [
      {
        cluster: 'files',
        namespace: 'shop',
        service: text,
        entryPoints: [],
        exposure: 'cluster-only',
        egress: [
          {
            kind: 'nat-gateway',
            hops: [],
            publicIps: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4', '1.1.1.5'],
            nodePools: [],
            evidence: [],
          },
        ],
        eastWest: { networkPolicy: 'none', meshMtls: 'none' },
        risk: 'low',
        findings: [
          {
            ruleId: 'some-rule',
            severity: 'low',
            subject: { armId: '/x' },
            message: `Something about ${text}.`,
            evidence: [],
            remediation: { summary: '', actions: [] },
            docs: '',
          },
        ],
      },
    ],
    orphans: [
      {
        resource: { apiVersion: 'v1', kind: 'Ingress', name: text },
        reason: 'nothing serves it',
        findings: [],
      },
    ],
  };
}

describe('formatTable', () => {
  it('shows services, findings, orphans and gaps', () => {
    expect(formatTable(reportOf('web'), 100)).toBe(
      [
        'SERVICE   INGRESS  EXPOSURE      EGRESS                                  RISK',
        'shop/web  none     cluster-only  nat-gateway 1.1.1.1 1.1.1.2 1.1.1.3 +2  low',
        '',
        'LOW some-rule (shop/web)',
        '  Something about web.',
        '',
        'Leads nowhere:',
        '- Ingress web: nothing serves it',
        '',
        'Not seen:',
        '- web',
        '',
        '1 service, 1 finding, 1 gap; as of 2026-11-22',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [undefined, 120],
    [20, 40],
    [60, 60],
    [80, 80],
    [137, 137],
    [1000, 200],
  ])('fits a terminal of %s columns', (columns, width) => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', maxLength: 900 }),
        text => {
          const lines = formatTable(reportOf(text), columns).split('\n');
          expect(
            Math.max(...lines.map(line => line.length)),
          ).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 30 },
    );
  });

  const control =
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

  it('lets no character steer the terminal', () => {
    const units = fc.constantFrom(
      '\u001b',
      '[31m',
      '\u009b',
      '\u202e',
      '\r',
      '\n',
      '\u0007',
      'a',
    );
    fc.assert(
      fc.property(
        fc.array(units).map(parts => parts.join('')),
        text => {
          expect(formatTable(reportOf(text), 80)).not.toMatch(control);
          const json = printableJson(reportOf(text));
          expect(json).not.toMatch(control);
          expect(JSON.parse(json)).toEqual(reportOf(text));
        },
      ),
    );
  });
});

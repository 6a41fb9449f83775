import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { assessedAndWaived } from '../../../dev/fixtures/assessments';
import { fixtureNow } from '../../../dev/fixtures/traffic';
import { waiverOf } from './waiverOf';

const [active] = assessedAndWaived.waivers;
const [service] = assessedAndWaived.services;
const [finding] = service.findings;

function foremost(waivers: Waiver[], now = fixtureNow) {
  return waiverOf({
    waivers,
    service,
    finding: { ...finding, ruleId: active.ruleId },
    now,
  });
}

describe('waiverOf', () => {
  it('prefers the waiver in force', () => {
    const revoked: Waiver = {
      ...active,
      id: 'old',
      state: 'revoked',
      revokedAt: '2027-01-01T00:00:00Z',
    };
    expect(foremost([revoked, active])).toBe(active);
  });

  it('tells of the one that ended last where none is in force', () => {
    const expired = (id: string, expiresAt: string): Waiver => ({
      ...active,
      id,
      expiresAt,
      state: 'expired',
    });
    expect(
      foremost([
        expired('a', '2026-01-01T00:00:00Z'),
        expired('b', '2026-03-01T00:00:00Z'),
      ])?.id,
    ).toBe('b');
  });

  it('lets one expire while the page is open', () => {
    expect(foremost([active], new Date('2026-12-20T10:00:00Z'))?.state).toBe(
      'expired',
    );
  });

  it('leaves out those of other rules, services and objects', () => {
    expect(
      foremost([
        { ...active, ruleId: 'legacy-annotations' },
        { ...active, namespace: 'other' },
        { ...active, subject: { ...finding.subject, name: 'other' } },
      ]),
    ).toBeUndefined();
  });
});

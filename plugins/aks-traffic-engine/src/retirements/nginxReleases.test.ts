import {
  isOutdatedNginx,
  nginxVulnerabilities,
  vulnerabilitiesOf,
} from './nginxReleases';

describe('vulnerabilitiesOf', () => {
  const idsOf = (version: string) =>
    vulnerabilitiesOf(version).flatMap(({ ids }) => ids.slice(0, 1));

  it.each([
    ['0.49.3', ['CVE-2026-1580', 'CVE-2025-1974']],
    ['1.9.6', ['CVE-2026-1580', 'CVE-2025-1974']],
    ['1.11.4', ['CVE-2026-1580', 'CVE-2025-1974']],
    ['1.11.5', ['CVE-2026-1580']],
    ['1.12.0', ['CVE-2026-1580', 'CVE-2025-1974']],
    ['1.12.1', ['CVE-2026-1580']],
    ['1.13.6', ['CVE-2026-1580']],
    ['1.13.7', []],
    ['1.14.2', ['CVE-2026-1580']],
    ['1.14.3', []],
    ['1.15.0', []],
    ['1.13.9-patch.2', []],
    ['custom', []],
  ])('of %s: %j', (version, expected) => {
    expect(idsOf(version)).toEqual(expected);
  });

  it('names a source and a date for each', () => {
    for (const { ids, disclosed, fixedIn, source } of nginxVulnerabilities) {
      expect(ids.every(id => /^CVE-\d{4}-\d+$/.test(id))).toBe(true);
      expect(new Date(disclosed).toISOString().slice(0, 10)).toBe(disclosed);
      expect(fixedIn.length).toBeGreaterThan(0);
      expect(source).toMatch(/^https:/);
    }
  });
});

describe('isOutdatedNginx', () => {
  it.each([
    ['1.13.8', true],
    ['1.13.9', false],
    ['1.14.4', true],
    ['1.15.0', true],
    ['1.15.1', false],
    ['1.16.0', false],
  ])('of %s: %s', (version, outdated) => {
    expect(isOutdatedNginx(version)).toBe(outdated);
  });
});

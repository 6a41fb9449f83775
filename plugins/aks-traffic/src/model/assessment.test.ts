import { managedNginxAssessment } from '../../dev/fixtures/assessments';
import {
  effortTone,
  hardestFirst,
  metTone,
  outcomeTone,
  sumOfLines,
  targetsOf,
} from './assessment';

describe('the assessment', () => {
  it('adds the lines up without the cap', () => {
    expect(sumOfLines(managedNginxAssessment)).toBe(110);
  });

  it('shows targets in the order recommended, and those that only a verdict names after them', () => {
    expect(targetsOf(managedNginxAssessment)).toEqual([
      'app-routing-gateway-api',
      'istio',
      'application-gateway-for-containers',
    ]);
    expect(targetsOf({ ...managedNginxAssessment, targets: [] })).toEqual([
      'app-routing-gateway-api',
      'application-gateway-for-containers',
      'istio',
    ]);
  });

  it('puts what is blocked first, and what concerns security before its equals', () => {
    expect(
      hardestFirst(managedNginxAssessment.annotations).map(({ name }) => name),
    ).toEqual([
      'configuration-snippet',
      'limit-rps',
      'proxy-body-sise',
      'enable-cors',
      'force-ssl-redirect',
      'proxy-buffers-number',
    ]);
  });

  it('draws what is not known, or not known to this version, as unknown', () => {
    expect(outcomeTone('unknown')).toBe('unknown');
    expect(outcomeTone('toString')).toBe('unknown');
    expect(effortTone('gigantic')).toBe('unknown');
    expect(metTone('unknown')).toBe('unknown');
    expect(metTone(false)).toBe('negative');
  });
});

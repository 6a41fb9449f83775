import { compareExposure, exposureOrder, exposureTone } from './exposure';

describe('compareExposure', () => {
  it('never lets something unknown hide behind a narrower exposure', () => {
    expect(
      ['cluster-only', 'unknown', 'internal', 'public'].sort(compareExposure),
    ).toEqual(['public', 'unknown', 'internal', 'cluster-only']);
  });

  it('treats a value it has no name for as unknown', () => {
    expect(compareExposure('interplanetary', 'unknown')).toBe(0);
    expect(exposureTone('interplanetary')).toBe('unknown');
  });
});

describe('exposureTone', () => {
  it.each(exposureOrder)('does not draw %s as something good', exposure => {
    expect(exposureTone(exposure)).not.toBe('positive');
  });
});

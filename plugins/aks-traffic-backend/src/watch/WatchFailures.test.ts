import { WatchFailures } from './WatchFailures';

const soon = { cluster: 'alpha', gap: 'Forbidden.', lastedMs: 1_000 };

describe('WatchFailures', () => {
  it('counts what fails in a row, and says when it fails in a new way', () => {
    const failures = new WatchFailures();

    expect(failures.add(soon)).toEqual({ before: 0, isNews: true });
    expect(failures.add(soon)).toEqual({ before: 1, isNews: false });
    expect(failures.add({ ...soon, gap: 'Silent.' })).toEqual({
      before: 2,
      isNews: true,
    });
    expect(failures.add({ ...soon, cluster: 'beta' })).toEqual({
      before: 0,
      isNews: true,
    });
  });

  it('begins anew after a watch that lasted', () => {
    const failures = new WatchFailures();
    failures.add(soon);

    expect(failures.add({ ...soon, lastedMs: 11 * 60_000 })).toEqual({
      before: 0,
      isNews: true,
    });
    expect(failures.add(soon)).toEqual({ before: 1, isNews: false });
  });

  it('forgets clusters that are gone', () => {
    const failures = new WatchFailures();
    failures.add(soon);
    failures.add({ ...soon, cluster: 'beta' });
    failures.forgetAllBut(new Set(['beta']));

    expect(failures.add(soon).before).toBe(0);
    expect(failures.add({ ...soon, cluster: 'beta' }).before).toBe(1);
  });
});

import { distinctLabels } from './distinctLabels';

const labels = (record: Record<string, string>) =>
  new Map(Object.entries(record));

describe('distinctLabels', () => {
  it('keeps one of equal sets, whatever order their labels are in', () => {
    const first = labels({ app: 'web', tier: 'front' });
    expect(
      distinctLabels([first, labels({ tier: 'front', app: 'web' }), first]),
    ).toEqual([first]);
  });

  it('keeps sets apart that have the same values', () => {
    const sets = [labels({ app: 'web' }), labels({ name: 'web' })];
    expect(distinctLabels(sets)).toEqual(sets);
    const joined = [labels({ a: 'x\ny' }), labels({ a: 'x', b: 'y' })];
    expect(distinctLabels(joined)).toEqual(joined);
  });

  it('leaves out the empty set', () => {
    expect(distinctLabels([labels({})])).toEqual([]);
  });
});

import { AnswerOutline, CallerRights } from './AnswerDraft';
import { AnswerMemory } from './AnswerMemory';

const now = new Date('2026-11-22T10:00:00.000Z');
const window = { from: now.getTime(), until: now.getTime() + 1000 };
const outline: AnswerOutline = {
  window,
  withheld: true,
  services: [],
  claimOwners: [],
};
const rights: CallerRights = {
  shown: 'all',
  mayListClusters: true,
  canWaive: true,
};

function answerOf(bytes: number, hash = 'x') {
  return { hash, gzip: Buffer.alloc(bytes) };
}

describe('AnswerMemory', () => {
  it('finds an answer for the same rights alone', () => {
    const memory = new AnswerMemory();
    memory.keepAnswer('a', window, rights, answerOf(1));

    expect(memory.findAnswer('a', window, { ...rights })).toEqual(answerOf(1));
    for (const other of [
      { shown: [] },
      { shown: [0] },
      { mayListClusters: false },
      { canWaive: false },
    ]) {
      expect(
        memory.findAnswer('a', window, { ...rights, ...other }),
      ).toBeUndefined();
    }
    expect(memory.findAnswer('b', window, rights)).toBeUndefined();
    expect(
      memory.findAnswer('a', { ...window, until: Infinity }, rights),
    ).toBeUndefined();
  });

  it('finds an outline within its window alone', () => {
    const memory = new AnswerMemory();
    memory.keepOutline('a', outline);

    expect(memory.findOutline('a', now)).toBe(outline);
    expect(memory.findOutline('a', new Date(window.until))).toBeUndefined();
    expect(memory.findOutline('a', new Date(window.from - 1))).toBeUndefined();
  });

  it('keeps nothing that is another one each time', () => {
    const memory = new AnswerMemory();
    memory.keepOutline('a', { ...outline, window: undefined });
    memory.keepAnswer('a', undefined, rights, answerOf(1));

    expect(memory.findOutline('a', now)).toBeUndefined();
    expect(memory.findAnswer('a', undefined, rights)).toBeUndefined();
    expect(memory.size).toBe(0);
  });

  it('lets go of what was not asked for longest, and holds no more bytes than it may', () => {
    const memory = new AnswerMemory({ mostBytes: 50_000 });
    for (const key of ['a', 'b', 'c', 'd']) {
      memory.keepAnswer(key, window, rights, answerOf(10_000));
    }
    memory.findAnswer('a', window, rights);
    memory.keepAnswer('e', window, rights, answerOf(10_000));

    expect(memory.size).toBeLessThanOrEqual(50_000);
    expect(
      ['a', 'b', 'c', 'd', 'e'].filter(key =>
        memory.findAnswer(key, window, rights),
      ),
    ).toEqual(['a', 'c', 'd', 'e']);
    memory.keepAnswer('huge', window, rights, answerOf(60_000));
    expect(memory.findAnswer('huge', window, rights)).toBeUndefined();
  });
});

import { TokenHolder } from './TokenHolder';

const { signal } = new AbortController();

/** Tokens `1`, `2`, … that each live for some seconds of a clock that stands still until it is moved. */
function tokensOf(lifetimeSeconds: number) {
  let now = 0;
  const asked: boolean[] = [];
  const holder = new TokenHolder(
    async ({ renew }) => {
      asked.push(renew ?? false);
      return {
        token: String(asked.length),
        expiresAt: new Date(now + lifetimeSeconds * 1000),
      };
    },
    signal,
    () => new Date(now),
  );
  return {
    asked,
    holder,
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

describe('TokenHolder', () => {
  it('has another token each time that one ran out under way, however often in a minute', async () => {
    const { asked, holder, pass } = tokensOf(6);
    const refused: string[] = [];
    for (let request = 0; request < 5; request += 1) {
      const token = await holder.token();
      pass(7);
      const next = await holder.renewed(token);
      expect(next).toBeDefined();
      expect(refused).not.toContain(next);
      refused.push(token, next!);
      pass(7);
    }
    expect(new Set(refused).size).toBe(10);
    expect(asked).not.toContain(true);
  });

  it('has one other token for all requests that are refused with one that ran out', async () => {
    const { asked, holder, pass } = tokensOf(6);
    const token = await holder.token();
    pass(7);

    expect(
      await Promise.all([1, 2, 3].map(() => holder.renewed(token))),
    ).toEqual(['2', '2', '2']);
    expect(asked).toHaveLength(2);
  });

  it('asks once a minute for another one in place of one that should be good', async () => {
    const { asked, holder, pass } = tokensOf(3600);
    const first = await holder.token();
    const second = await holder.renewed(first);
    expect(second).toBe('2');

    expect(await holder.renewed(second!)).toBeUndefined();
    pass(60);
    expect(await holder.renewed(second!)).toBe('3');
    expect(asked).toEqual([false, true, true]);
  });
});

import { setImmediate } from 'node:timers/promises';
import { askConcurrently } from './askConcurrently';

describe('askConcurrently', () => {
  it('asks as often as it is told to, with all readers at once', async () => {
    let open = 0;
    let most = 0;
    const { times } = await askConcurrently({
      readers: 5,
      requests: 23,
      ask: async () => {
        open += 1;
        most = Math.max(most, open);
        await setImmediate();
        open -= 1;
        return true;
      },
    });

    expect(times).toHaveLength(23);
    expect(most).toBe(5);
  });

  it('counts requests without an answer, and takes no time from them', async () => {
    let turn = 0;
    const { times, failed } = await askConcurrently({
      readers: 2,
      requests: 4,
      ask: async () => {
        turn += 1;
        return turn % 2 === 0;
      },
    });

    expect(times).toHaveLength(2);
    expect(failed).toBe(2);
  });
});

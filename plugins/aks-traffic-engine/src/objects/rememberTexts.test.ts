import { rememberTexts } from './rememberTexts';

describe('rememberTexts', () => {
  it('asks once for each text', () => {
    const asked: string[] = [];
    const length = rememberTexts(text => {
      asked.push(text);
      return text.length;
    });
    expect([length('a'), length('bc'), length('a')]).toEqual([1, 2, 1]);
    expect(asked).toEqual(['a', 'bc']);
  });

  it('gives right answers for more texts than it remembers', () => {
    const same = rememberTexts(text => text);
    const texts = Array.from({ length: 25_000 }, (_, index) => `${index}`);
    expect([...texts, ...texts].map(same)).toEqual([...texts, ...texts]);
  });
});

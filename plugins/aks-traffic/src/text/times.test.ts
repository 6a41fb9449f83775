import { englishTexts } from '../__testUtils__/englishTexts';
import { ageText, dayText, localeOf, momentText, monthText } from './times';

const texts = englishTexts();
const day = new Date('2026-11-30T00:00:00Z');

describe('times', () => {
  it('writes days and months so that they cannot be misread', () => {
    expect(dayText({ locale: localeOf('en') }, day)).toBe('30 November 2026');
    expect(monthText({ locale: localeOf('en') }, day)).toBe('November 2026');
  });

  it("follows the app's language", () => {
    expect(dayText({ locale: localeOf('de') }, day)).toBe('30. November 2026');
    expect(
      ageText(
        { ...texts, locale: 'de' },
        {
          moment: new Date('2026-11-22T08:56:00Z'),
          now: new Date('2026-11-22T09:00:00Z'),
        },
      ),
    ).toBe('vor 4 Minuten');
  });

  it.each([
    ['2026-11-22T09:00:30Z', 'just now'],
    ['2026-11-22T08:59:16Z', 'just now'],
    ['2026-11-22T08:59:15Z', '1 minute ago'],
    ['2026-11-22T08:59:00Z', '1 minute ago'],
    ['2026-11-22T06:00:00Z', '3 hours ago'],
    ['2026-11-21T06:00:00Z', 'yesterday'],
  ])('says how long ago %s was', (moment, text) => {
    expect(
      ageText(texts, {
        moment: new Date(moment),
        now: new Date('2026-11-22T09:00:00Z'),
      }),
    ).toBe(text);
  });

  it('names the time zone of a moment', () => {
    expect(
      momentText({ locale: 'en-GB' }, new Date('2026-11-22T08:56:00Z')),
    ).toMatch(/22 November 2026.*\d{2}:56:00 \S+/);
  });
});

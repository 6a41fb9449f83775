import { ageOf } from '../model/age';
import { Texts } from './texts';

/** A calendar day, such as "30 November 2026". */
export function dayText({ locale }: Pick<Texts, 'locale'>, day: Date): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}

/** A calendar day where space is short, such as "30 Nov". */
export function shortDayText(
  { locale }: Pick<Texts, 'locale'>,
  day: Date,
): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(day);
}

/** More than this and the same day of two years would stand on one axis. */
const longSpanMs = 200 * 24 * 60 * 60 * 1000;

/** A day on an axis: "30 Nov", or "Nov 2026" where much time is shown. */
export function axisDayText(
  texts: Pick<Texts, 'locale'>,
  options: { time: number; domain: readonly [number, number] },
): string {
  const { time, domain } = options;
  return domain[1] - domain[0] < longSpanMs
    ? shortDayText(texts, new Date(time))
    : new Intl.DateTimeFormat(texts.locale, {
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(time));
}

/** A month, such as "November 2026". */
export function monthText(
  { locale }: Pick<Texts, 'locale'>,
  day: Date,
): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}

/** The end of something: its last day, or its last month where nobody named a day. */
export function lastDayText(
  texts: Pick<Texts, 'locale'>,
  { day, precision }: { day: Date; precision: 'day' | 'month' },
): string {
  return precision === 'month' ? monthText(texts, day) : dayText(texts, day);
}

/** A month of a year that is known, such as "Nov". */
export function shortMonthText(
  { locale }: Pick<Texts, 'locale'>,
  day: Date,
): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    timeZone: 'UTC',
  }).format(day);
}

/** A moment in the reader's own time zone, which is named. */
export function momentText(
  { locale }: Pick<Texts, 'locale'>,
  moment: Date,
): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
  }).format(moment);
}

/** Seconds are not counted: ages are renewed every half a minute. */
const justNowSeconds = 45;

/** How long ago a moment was, such as "just now" or "4 minutes ago". */
export function ageText(
  { t, locale }: Texts,
  options: { moment: Date; now: Date },
): string {
  const age = ageOf(options);
  if (age.unit === 'second' && age.value < justNowSeconds) {
    return t('age.justNow');
  }
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return age.unit === 'second'
    ? format.format(-1, 'minute')
    : format.format(-age.value, age.unit);
}

/**
 * The locale for dates of an app in the given language. Plain English gets the order day, month, year: the dates
 * are read in many countries and only that order cannot be misread.
 */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

import { Texts } from './texts';

/** A count in the reader's way of writing numbers, such as "50,000". */
export function numberText(
  { locale }: Pick<Texts, 'locale'>,
  value: number,
): string {
  return new Intl.NumberFormat(locale).format(value);
}

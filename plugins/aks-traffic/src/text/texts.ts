import { printable } from 'backstage-plugin-aks-traffic-common';
import { Translate } from '../translation';

/** What it takes to say something in the user's language. */
export interface Texts {
  t: Translate;
  /** Locale that dates and spans of time are written in. */
  locale: string;
}

/** Gives the text of a message, in which values that came from elsewhere show what would be invisible in them. */
export function withShownValues(t: Translate): Translate {
  const translate = t as (key: string, values?: object) => string;
  return ((key: string, values: object = {}) =>
    translate(
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? printable(value) : value,
        ]),
      ),
    )) as Translate;
}

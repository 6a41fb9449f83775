import { Translate } from '../translation';

/** What it takes to say something in the user's language. */
export interface Texts {
  t: Translate;
  /** Locale that dates and spans of time are written in. */
  locale: string;
}

import { IngressSystem } from './vocabulary';

/**
 * A dated end of support, as announced by its source.
 *
 * @public
 */
export interface Retirement {
  id: string;
  title: string;
  systems: IngressSystem[];
  /** ISO date of the last day of support; absent when none was announced. */
  date?: string;
  /** How exact the date is, or that of each version where versions have their own: sources often publish a month only. */
  precision?: 'day' | 'month';
  /** `true` when the date is what the source expects, not what it announced. */
  expected?: boolean;
  appliesTo: string;
  doesNotApplyTo: string;
  /** What the source says, in one sentence. */
  statement: string;
  source: string;
}

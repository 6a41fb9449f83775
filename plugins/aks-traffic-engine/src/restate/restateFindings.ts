import { Finding } from 'backstage-plugin-aks-traffic-common';
import { sortFindings } from '../rules/sortFindings';
import { restateFinding } from './restateFinding';
import { RestateOptions } from './RestateOptions';

/**
 * The findings about one thing as rules would report them on a later day, worst first.
 *
 * @returns the same list where the day changes nothing.
 *
 * @public
 */
export function restateFindings(
  findings: Finding[],
  options: RestateOptions,
): Finding[] {
  const restated = findings.map(finding => restateFinding(finding, options));
  return restated.every((finding, index) => finding === findings[index])
    ? findings
    : sortFindings(restated);
}

import { InputError } from '@backstage/errors';
import {
  ServiceFilter,
  SummaryGroup,
} from 'backstage-plugin-aks-traffic-common';
import { filterParameters, parseServiceFilter } from './parseServiceFilter';
import { QueryReader } from './QueryReader';
import { summaryGroups } from './vocabulary';

/** What a request wants counted. */
export interface SummaryRequest {
  filter: ServiceFilter;
  groupBy: SummaryGroup;
}

/**
 * Reads the query of `GET /summary`.
 *
 * @throws InputError naming the parameter that is wrong or missing.
 */
export function parseSummaryQuery(parameters: URLSearchParams): SummaryRequest {
  const query = new QueryReader(parameters, [...filterParameters, 'groupBy']);
  const groupBy = query.word('groupBy', summaryGroups);
  if (!groupBy) {
    throw new InputError(
      `Query parameter groupBy is missing: it must be one of ${summaryGroups.join(
        ', ',
      )}`,
    );
  }
  return { filter: parseServiceFilter(query), groupBy };
}

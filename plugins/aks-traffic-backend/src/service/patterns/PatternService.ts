import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { PatternList, PatternQuery } from 'backstage-plugin-aks-traffic-common';

/** The patterns that new services may start on. */
export interface PatternService {
  /**
   * @throws NotFoundError when no such cluster is known, or the caller may not know of it.
   */
  listPatterns(options: {
    query: PatternQuery;
    credentials: BackstageCredentials;
  }): Promise<PatternList>;
}

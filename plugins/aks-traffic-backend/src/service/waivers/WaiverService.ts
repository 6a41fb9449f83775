import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Waiver,
  WaiverList,
  WaiverRequest,
} from 'backstage-plugin-aks-traffic-common';
import { Visibility } from '../../store/listTypes';
import { WaiverPageQuery } from '../../store/waiverTypes';

/** What the REST API says about waivers. */
export interface WaiverService {
  listWaivers(options: {
    query: WaiverPageQuery;
    credentials: BackstageCredentials;
    /** Services the caller may see; all when absent. */
    visibility?: Visibility;
  }): Promise<WaiverList>;

  /**
   * @throws InputError when nobody answers for it whom the catalog knows.
   * @throws NotFoundError when there is no such Service among those the caller may see, or it has no such finding.
   * @throws ConflictError when the finding is waived already.
   */
  createWaiver(options: {
    request: WaiverRequest;
    credentials: BackstageCredentials;
  }): Promise<Waiver>;

  /**
   * @throws NotFoundError when there is no such waiver among those the caller may see.
   * @throws ConflictError when it has ended already.
   */
  revokeWaiver(options: {
    id: string;
    credentials: BackstageCredentials;
  }): Promise<Waiver>;
}

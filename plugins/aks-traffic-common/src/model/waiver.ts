import { ArmRef, ObjectRef } from './report';

/**
 * Somebody's decision to live with one finding of one Service for a time.
 *
 * @public
 */
export interface Waiver {
  id: string;
  cluster: string;
  namespace: string;
  service: string;
  ruleId: string;
  /** What the finding is about; absent where all findings of the rule are accepted, whatever they are about. */
  subject?: ObjectRef | ArmRef;
  /** Why it is accepted, in the words of who accepted it. */
  reason: string;
  /** Reference of the user or group that answers for it. */
  owner: string;
  /** Reference of the user who made it. */
  createdBy: string;
  /** ISO time. */
  createdAt: string;
  /** ISO time after which the finding counts again. */
  expiresAt: string;
  /** `revoked` when somebody took it back before it expired. */
  state: 'active' | 'expired' | 'revoked';
  revokedBy?: string;
  /** ISO time. */
  revokedAt?: string;
}

/**
 * Body of `POST /waivers`.
 *
 * @public
 */
export interface WaiverRequest {
  cluster: string;
  namespace: string;
  service: string;
  ruleId: string;
  /** What the finding is about; all findings of the rule are accepted when absent. */
  subject?: ObjectRef | ArmRef;
  /** 10 to 1,000 characters. */
  reason: string;
  /** Reference of a user or group; the caller when absent. */
  owner?: string;
  /** ISO time in the future, at most a year from now. */
  expiresAt: string;
}

/**
 * Query of `GET /waivers`.
 *
 * @public
 */
export interface WaiverQuery {
  cluster?: string;
  namespace?: string;
  service?: string;
  state?: Waiver['state'];
  /** 1 to 500; 100 when absent. */
  limit?: number;
  /** From an earlier answer's `pageInfo`; the rest of the query has to be repeated with it. */
  cursor?: string;
}

/**
 * Body of `GET /waivers`, newest first.
 *
 * @public
 */
export interface WaiverList {
  items: Waiver[];
  /** `nextCursor` is absent on the last page. */
  pageInfo: { nextCursor?: string };
}

import { WaiverQuery } from 'backstage-plugin-aks-traffic-common';
import { StoredWaiver } from '../waivers/waiverState';
import { Visibility } from './listTypes';

/** A Service by its names. */
export interface NamedService {
  cluster: string;
  namespace: string;
  service: string;
}

/** What became of a request for a waiver. */
export type WaiverCreation =
  | { outcome: 'created'; waiver: StoredWaiver }
  | { outcome: 'no-service' }
  /** The Service has no such finding; `ruleIds` are the rules whose findings it has. */
  | { outcome: 'no-finding'; ruleIds: string[] }
  /** The finding is waived already. */
  | { outcome: 'waived'; waiver: StoredWaiver };

/** What became of a request to take a waiver back. */
export type WaiverRevocation =
  | { outcome: 'revoked'; waiver: StoredWaiver }
  | { outcome: 'not-found' }
  /** It does not count any more. */
  | { outcome: 'ended'; waiver: StoredWaiver };

/** Where in the order of waivers a page ends. */
export interface WaiverPosition {
  createdAt: string;
  id: string;
}

/** Which page of which waivers. */
export interface WaiverPageQuery
  extends Pick<WaiverQuery, 'cluster' | 'namespace' | 'service' | 'state'> {
  limit: number;
  /** The waiver that the page comes after; the first page when absent. */
  after?: WaiverPosition;
}

/** Which waivers to read. */
export interface WaiverScope {
  query: WaiverPageQuery;
  visibility: Visibility;
  now: Date;
}

/** Keeps waivers, ended ones included. */
export interface WaiverStore {
  /** Reads a page of the waivers of Services that a caller may see, newest first. */
  listWaivers(
    scope: WaiverScope,
  ): Promise<{ waivers: StoredWaiver[]; next?: WaiverPosition }>;
  /** Reads one waiver of a Service that a caller may see; `undefined` when there is none. */
  readWaiver(
    id: string,
    visibility: Visibility,
  ): Promise<StoredWaiver | undefined>;
  /** Whether there is such a Service among those a caller may see. */
  isVisible(service: NamedService, visibility: Visibility): Promise<boolean>;
  /** Waives a finding from now on. */
  createWaiver(
    waiver: Omit<StoredWaiver, 'id'>,
    now: Date,
  ): Promise<WaiverCreation>;
  /** Takes a waiver back; the finding counts from now on. */
  revokeWaiver(options: {
    id: string;
    revokedBy: string;
    now: Date;
  }): Promise<WaiverRevocation>;
}

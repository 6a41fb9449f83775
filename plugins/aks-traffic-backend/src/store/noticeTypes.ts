import {
  ServiceRetirement,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { StoredWaiver } from '../waivers/waiverState';

/** What the owner of a Service was told. */
export interface Notice {
  serviceId: string;
  /** Reference of the owner. */
  owner: string;
  /** The retirements that were looked at, as the list has them. */
  retirements: string;
  /** How far the owner was told, by retirement; one that was waived is absent. */
  stages: Record<string, number>;
  /** Day of the next look; empty for at once. */
  nextOn: string;
}

/** A Service at risk, whose owner may have to be told something. */
export interface DueService
  extends Pick<ServiceTraffic, 'cluster' | 'namespace' | 'service'> {
  serviceId: string;
  /** The retirements that apply, as the list has them. */
  listedRetirements: string;
  retirements: ServiceRetirement[];
  findings: ServiceTraffic['findings'];
  /** Waivers of its findings, ended ones included. */
  waivers: StoredWaiver[];
  /** The entity that claims it most exactly. */
  entityRef: string;
  entityTitle?: string;
  owner: string;
  /** References of the owners of all entities that claim it. */
  owners: string[];
  notice?: Notice;
}

/** Remembers who was told what, so that neither a restart nor another replica repeats it. */
export interface NoticeStore {
  /** Forgets Services that are at risk no more: when one is again, that is news. */
  forgetNotices(): Promise<void>;
  /** Finds owned Services at risk that have to be looked at, in the order of their ids. */
  findDue(options: {
    today: string;
    limit: number;
    /** Id of the last Service that was looked at. */
    after: string;
  }): Promise<DueService[]>;
  recordNotice(notice: Notice): Promise<void>;
}

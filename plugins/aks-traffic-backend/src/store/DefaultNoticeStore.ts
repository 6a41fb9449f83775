import { Knex } from 'knex';
import { DueService, Notice, NoticeStore } from './noticeTypes';
import { findDue } from './operations/notices/findDue';
import { DbNoticeRow, DbServiceListRow } from './tables';

/** What owners were told, on the plugin's own database. */
export class DefaultNoticeStore implements NoticeStore {
  constructor(private readonly client: Knex) {}

  async forgetNotices(): Promise<void> {
    // A day on which too little was read ends nothing.
    const kept = this.client<DbServiceListRow>('service_list')
      .select('service_id')
      .whereIn('state', ['at-risk', 'unknown'])
      .whereNull('gone_on');
    await this.client<DbNoticeRow>('notices')
      .whereNotIn('service_id', kept)
      .delete();
  }

  async findDue(options: {
    today: string;
    limit: number;
    after: string;
  }): Promise<DueService[]> {
    return findDue({ tx: this.client, ...options });
  }

  async recordNotice(notice: Notice): Promise<void> {
    await this.client<DbNoticeRow>('notices')
      .insert({
        service_id: notice.serviceId,
        owner: notice.owner,
        retirements: notice.retirements,
        stages: JSON.stringify(notice.stages),
        next_on: notice.nextOn,
      })
      .onConflict('service_id')
      .merge();
  }
}

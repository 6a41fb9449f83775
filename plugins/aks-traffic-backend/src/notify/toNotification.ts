import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  printable,
  ServiceRetirement,
} from 'backstage-plugin-aks-traffic-common';
import {
  endOfSupportClause,
  restateRetirement,
  retirementById,
} from 'backstage-plugin-aks-traffic-engine';
import { digest } from '../store/digest';
import { DueService } from '../store/noticeTypes';
import { daysUntil } from './stages';

/**
 * What owners are told about one retirement of one Service. The scope names both, so that a later notification takes
 * the place of an earlier one.
 */
export function toNotification(options: {
  service: DueService;
  retirement: ServiceRetirement;
  recipients: string[];
  today: string;
}): NotificationSendOptions {
  const { service, recipients, today } = options;
  const retirement = restateRetirement(options.retirement, new Date(today));
  const days =
    retirement.date === undefined
      ? undefined
      : daysUntil(retirement.date, today);
  const name = service.entityTitle ?? parseEntityRef(service.entityRef).name;
  return {
    recipients: { type: 'entity', entityRef: recipients },
    payload: {
      title: printable(`${name}: ${whatEnds(retirement, today)}`),
      description: printable(
        `Service ${service.namespace}/${service.service} of cluster ${service.cluster} stands on it. ${retirement.statement} ${retirement.doesNotMean}`,
      ),
      link: toTab(service),
      severity: severityOf(days),
      topic: 'retirement',
      scope: `retirement:${retirement.retirement}:${scopeOf(service)}`,
    },
  };
}

/** Not the id of a row, which may change with the tables: an earlier notification would not be found any more. */
function scopeOf({ cluster, namespace, service }: DueService): string {
  return digest([cluster, namespace, service]);
}

/**
 * What is certain on a day: that an end came to pass is known from what was announced before it. Days are not counted,
 * because a notification may be read much later.
 */
function whatEnds(
  { retirement: id, date }: ServiceRetirement,
  today: string,
): string {
  const retirement = retirementById(id);
  const system = retirement?.title ?? id;
  if (date === undefined) {
    return `${system} is being retired`;
  }
  const end = { date, precision: retirement?.precision };
  return `${system}: ${endOfSupportClause(end, new Date(today))}`;
}

function severityOf(days: number | undefined): 'critical' | 'high' | 'normal' {
  if (days === undefined || days > 30) {
    return 'normal';
  }
  return days > 7 ? 'high' : 'critical';
}

/** The Traffic tab of the entity, which may have several Services: with this one shown. */
function toTab(service: DueService): string {
  const { kind, namespace, name } = parseEntityRef(service.entityRef);
  const path = [namespace, kind.toLowerCase(), name].map(encodeURIComponent);
  const query = new URLSearchParams({
    service: `${service.cluster}/${service.namespace}/${service.service}`,
  });
  return `/catalog/${path.join('/')}/traffic?${query}`;
}

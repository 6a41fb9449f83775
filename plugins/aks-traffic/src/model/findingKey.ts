import { Finding } from 'backstage-plugin-aks-traffic-common';
import { FindingView } from './risk';
import { serviceKey } from './serviceKey';

/** What tells a finding from the others of a list, wherever it stands in it: waiving one lets it move. */
export function findingKey({ ruleId, subject, message }: Finding): string {
  return JSON.stringify([ruleId, subject, message]);
}

/** As {@link findingKey}, among findings of several Services. */
export function findingViewKey({ service, finding }: FindingView): string {
  return `${serviceKey(service)} ${findingKey(finding)}`;
}

import {
  CampaignState,
  IngressSystem,
  MigrationEffort,
  ServiceOrderField,
} from 'backstage-plugin-aks-traffic-common';
import { isKnownSystem } from '../systems';

/** Worst first. */
export const effortOrder = [
  'high',
  'unknown',
  'medium',
  'low',
  'none',
] as const satisfies readonly MigrationEffort[];

/** In the order in which the head of the dashboard names them. */
export const campaignOrder = [
  'at-risk',
  'moved',
  'unknown',
  'clear',
] as const satisfies readonly CampaignState[];

/** Fields that the table can be sorted by. */
export const orderFields = [
  'service',
  'owner',
  'catalogSystem',
  'system',
  'cluster',
  'exposure',
  'egress',
  'risk',
  'score',
  'effort',
  'deadline',
] as const satisfies readonly ServiceOrderField[];

export function isKnownEffort(effort: string): effort is MigrationEffort {
  return (effortOrder as readonly string[]).includes(effort);
}

export function isKnownCampaignState(state: string): state is CampaignState {
  return (campaignOrder as readonly string[]).includes(state);
}

/** Of which the widest, worst or most comes first when nobody says otherwise. */
const greatestFirst: ReadonlySet<ServiceOrderField> = new Set([
  'exposure',
  'risk',
  'score',
  'effort',
]);

/** The direction in which a field shows first what people look for. */
export function firstOrderOf(field: ServiceOrderField): 'asc' | 'desc' {
  return greatestFirst.has(field) ? 'desc' : 'asc';
}

export function isKnownOrderField(field: string): field is ServiceOrderField {
  return (orderFields as readonly string[]).includes(field);
}

export function isSystemFilter(
  system: string,
): system is IngressSystem | 'none' {
  return system === 'none' || isKnownSystem(system);
}

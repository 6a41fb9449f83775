import { Severity } from 'backstage-plugin-aks-traffic-common';

/**
 * How urgent each rule's findings are, by the situation the rule reports. A rule states a fact; what the fact is worth
 * is policy, and all of it is here.
 */
export const severities = {
  'app-routing-nginx-retirement': {
    announced: 'medium',
    approaching: 'medium',
    ending: 'high',
    ended: 'critical',
  },
  'application-gateway-v1-retirement': {
    announced: 'medium',
    approaching: 'high',
    ending: 'high',
    ended: 'critical',
  },
  'availability-set-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
  },
  'basic-load-balancer-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
  },
  'class-conflict': { found: 'medium' },
  'controller-conflict': { found: 'medium' },
  'default-outbound-access-retirement': { found: 'medium' },
  'egress-contradiction': { found: 'medium' },
  'exposure-mismatch': { 'observed-public': 'high', found: 'medium' },
  'external-ips-deprecation': { deprecated: 'medium', announced: 'low' },
  'front-door-classic-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'critical',
  },
  'http-application-routing-retirement': {
    announced: 'medium',
    approaching: 'high',
    ending: 'high',
    ended: 'critical',
  },
  'ingress-nginx-retirement': {
    announced: 'medium',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
    'ended-public': 'critical',
  },
  'istio-revision-support': {
    approaching: 'low',
    ending: 'medium',
    'probably-ended': 'medium',
    ended: 'high',
  },
  'kubenet-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
  },
  'kubernetes-version-support': {
    approaching: 'low',
    ending: 'medium',
    ended: 'high',
  },
  'legacy-annotations': { found: 'info' },
  'network-policy-manager-linux-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
  },
  'network-policy-manager-windows-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
  },
  'open-service-mesh-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
  },
  'orphaned-class': { found: 'low' },
  'passthrough-client-ip': { found: 'low' },
  'unattached-route': { found: 'medium' },
} as const satisfies Record<string, Record<string, Severity>>;

/** The rules there are. */
export type RuleId = keyof typeof severities;

/** The situations a rule can report. */
export type SituationOf<Id extends RuleId> = keyof (typeof severities)[Id] &
  string;

import { Severity } from 'backstage-plugin-aks-traffic-common';

/**
 * How urgent each rule's findings are, by the situation the rule reports. A rule states a fact; what the fact is worth
 * is policy, and all of it is here.
 */
export const severities = {
  'advanced-policy-support': { found: 'medium' },
  'api-server-access': { found: 'medium' },
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
  'certificate-source': { found: 'info' },
  'class-conflict': { found: 'medium' },
  'client-address-lost': { found: 'medium' },
  'controller-autoscaling': {
    missing: 'info',
    single: 'low',
    'at-maximum': 'low',
  },
  'controller-capacity': { 'no-requests': 'low', 'fixed-pools': 'info' },
  'controller-conflict': { found: 'medium' },
  'controller-disruption-budget': { missing: 'low', blocking: 'low' },
  'controller-replicas': { none: 'high', single: 'low' },
  'controller-zone-spread': { found: 'low', managed: 'info' },
  'controller-zones': { found: 'low' },
  'default-ingress-class': { found: 'low' },
  'default-outbound-access-retirement': { found: 'medium' },
  'egress-address-ownership': { managed: 'info', node: 'low' },
  'egress-contradiction': { found: 'medium' },
  'egress-control': { found: 'low' },
  'exposure-mismatch': { 'observed-public': 'high', found: 'medium' },
  'external-ips-deprecation': { deprecated: 'medium', announced: 'low' },
  'front-door-classic-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'critical',
  },
  'gateway-api-alpha-deprecation': { found: 'low' },
  'gateway-conditions': { found: 'medium' },
  'http-application-routing-retirement': {
    announced: 'medium',
    approaching: 'high',
    ending: 'high',
    ended: 'critical',
  },
  'http-load-balancer': { public: 'low', internal: 'info' },
  'ingress-nginx-retirement': {
    announced: 'medium',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
    'ended-public': 'critical',
  },
  'ingress-nginx-version': { found: 'medium' },
  'intended-exposure': { public: 'high', wider: 'medium', unreadable: 'low' },
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
  'load-balancer-source-ranges': { found: 'low' },
  'managed-nat-gateway-v2-retirement': { found: 'info' },
  'mesh-mtls': { permissive: 'low', disabled: 'low' },
  'network-policy-coverage': {
    'not-enforced': 'medium',
    'no-engine': 'low',
    open: 'low',
    'egress-open': 'info',
  },
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
  'node-exposure': {
    'node-port-public': 'medium',
    'node-port': 'low',
    'node-addresses': 'low',
  },
  'node-pool-zones': { found: 'low' },
  'open-service-mesh-retirement': {
    announced: 'low',
    approaching: 'medium',
    ending: 'high',
    ended: 'high',
  },
  'orphaned-class': { found: 'low' },
  'outbound-capacity': { 'single-zone': 'low', 'default-ports': 'info' },
  'passthrough-client-ip': { found: 'low' },
  'private-endpoint-dns': { found: 'low' },
  'private-link-subnet': { found: 'medium' },
  'public-without-tls': { without: 'medium', beside: 'low' },
  'risky-annotations': { snippet: 'medium', 'no-successor': 'low' },
  'service-resilience': { single: 'low', partial: 'info' },
  'unattached-route': { found: 'medium' },
  'web-application-firewall': { found: 'low' },
} as const satisfies Record<string, Record<string, Severity>>;

/** The rules there are. */
export type RuleId = keyof typeof severities;

/** The situations a rule can report. */
export type SituationOf<Id extends RuleId> = keyof (typeof severities)[Id] &
  string;

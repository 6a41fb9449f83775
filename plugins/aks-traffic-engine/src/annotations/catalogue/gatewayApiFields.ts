/** Bundles of the Gateway API that AKS installs. */
export type GatewayApiBundle = 'v1.2.1' | 'v1.3.0' | 'v1.4.1' | 'v1.5.1';

/** What the Gateway API has for an annotation. */
export interface GatewayApiField {
  /** `experimental` fields are in no standard channel, so that they cannot be had on AKS. */
  level:
    | 'core'
    | 'extended'
    | 'implementation-specific'
    | 'experimental'
    | 'none';
  resource?: string;
  field?: string;
  /** First bundle whose standard channel has the field. */
  since?: GatewayApiBundle;
  note?: string;
}

/** Nothing in the Gateway API says the same. */
export const noField: GatewayApiField = { level: 'none' };

/** A field of HTTPRoute that only the experimental channel has. */
export function experimental(field: string): GatewayApiField {
  return {
    level: 'experimental',
    resource: 'HTTPRoute',
    field,
    note: 'in no standard channel, and AKS allows no other resources beside its own',
  };
}

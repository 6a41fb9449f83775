/**
 * An Azure resource in the shape Resource Graph and `az graph query` return. `id` and `type` compare without case.
 * Everything in `properties` is untrusted and may have any shape.
 *
 * @public
 */
export interface ResourceRow {
  id: string;
  name: string;
  type: string;
  subscriptionId?: string;
  resourceGroup?: string;
  location?: string;
  sku?: unknown;
  tags?: unknown;
  properties?: unknown;
}

/**
 * The Azure side of the estate: the resources that decide how traffic enters and leaves.
 *
 * @public
 */
export interface Estate {
  rows: ResourceRow[];
  /** Sentences for what could not be read, such as a subscription that is not visible. */
  gaps: string[];
  /**
   * Lower-case resource types that were asked for and read whole. Absence of a row proves something for these only.
   */
  readTypes: string[];
  /**
   * Ids of subscriptions that belong to the estate and could not be seen: what is in them is missing from every type,
   * whether it was read whole or not. None when absent.
   */
  unseenSubscriptions?: string[];
}

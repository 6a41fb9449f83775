/** Guidance whose data cannot be seen. */
export interface NotCheckable {
  /** Also the name of its page in `docs/rules`. */
  id: string;
  /** One sentence; the page begins with it. */
  description: string;
  /** Why nothing can be said. */
  reason: string;
}

/**
 * What platform guidance asks for and the engine cannot judge. Listed, so that no finding about it is not taken for
 * its being in order.
 */
export const notCheckable: readonly NotCheckable[] = [
  {
    id: 'gateway-monitoring',
    description:
      'Whether latency and saturation of gateways and of the way out are monitored is not checked.',
    reason:
      'Alert rules and dashboards are in other systems, and no row or object that is read says what they watch.',
  },
];

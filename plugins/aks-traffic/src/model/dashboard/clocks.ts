import { IngressSystem, Retirement } from 'backstage-plugin-aks-traffic-common';
import { Support, supportOf } from '../support';

/** The two ends that the campaign is about, in the order in which they came. */
const campaignSystems = [
  'ingress-nginx',
  'app-routing-nginx',
] as const satisfies readonly IngressSystem[];

/** One of the two clocks in the head of the dashboard. */
export interface Clock {
  system: (typeof campaignSystems)[number];
  /** What the backend says about the end; absent when it says nothing. */
  retirement?: Retirement;
  support: Support;
}

/** The two clocks: how long NGINX is supported upstream, and how long on AKS. */
export function clocksOf(options: {
  retirements: readonly Retirement[];
  now: Date;
}): Clock[] {
  return campaignSystems.map(system => {
    const retirement = options.retirements.find(({ systems }) =>
      systems.includes(system),
    );
    return {
      system,
      retirement,
      support: supportOf({ system, retirement, now: options.now }),
    };
  });
}

import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { effectiveRisk } from './effectiveRisk';
import { StoredWaiver, waiverState } from './waiverState';

/** Services with the risk that counts while some of their findings are waived. All findings stay in them. */
export function withWaivers(options: {
  services: readonly ServiceTraffic[];
  /** Whether everything was read that could add a finding to each of them. */
  readWhole: readonly boolean[];
  waivers: readonly StoredWaiver[];
  now: Date;
}): ServiceTraffic[] {
  const { services, readWhole, waivers, now } = options;
  const active = waivers.filter(
    waiver => waiverState(waiver, now) === 'active',
  );
  return services.map((service, index) => {
    const { risk } = effectiveRisk({
      service,
      readWhole: readWhole[index],
      waivers: active.filter(
        waiver =>
          waiver.cluster === service.cluster &&
          waiver.namespace === service.namespace &&
          waiver.service === service.service,
      ),
    });
    return { ...service, risk };
  });
}

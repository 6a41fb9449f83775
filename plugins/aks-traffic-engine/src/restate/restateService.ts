import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { riskOf } from '../riskOf';
import { restateFindings } from './restateFindings';
import { RestateOptions } from './RestateOptions';

/**
 * The verdict for a Service with its findings, and the risk that follows from them, as they stand on a later day.
 *
 * @returns the same verdict where the day changes nothing.
 *
 * @public
 */
export function restateService(
  service: ServiceTraffic,
  options: RestateOptions & {
    /** Whether everything was read that could add a finding. */
    readWhole: boolean;
  },
): ServiceTraffic {
  const findings = restateFindings(service.findings, options);
  return findings === service.findings
    ? service
    : { ...service, findings, risk: riskOf(findings, options.readWhole) };
}

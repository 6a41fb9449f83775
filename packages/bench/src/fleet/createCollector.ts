import { ConfigReader } from '@backstage/config';
import { DefaultCollector } from 'backstage-plugin-aks-traffic-backend/src/collect/DefaultCollector';
import { readConfig } from 'backstage-plugin-aks-traffic-backend/src/config/readConfig';
import { readingConfiguration } from './readingConfiguration';
import { silentLogger } from './silentLogger';
import { FleetAddress } from './startSimulator';

/** The backend's own collector, for a simulated fleet. */
export function createCollector(fleet: FleetAddress): DefaultCollector {
  return DefaultCollector.create({
    config: readConfig(new ConfigReader(readingConfiguration(fleet))),
    logger: silentLogger,
  });
}

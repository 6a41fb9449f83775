import {
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { entryPointViews } from '../../model/entryPoints';
import { isWhole, Reading } from '../../model/coverage';
import { EastWestLine } from '../eastWest/EastWestLine';
import { EgressLine } from '../egress/EgressLine';
import { ExposureLine } from '../exposure/ExposureLine';
import { IngressLine } from '../ingress/IngressLine';
import { RiskLine } from '../risk/RiskLine';

/** The claims about one service, or about several taken together. */
export function Claims(props: {
  traffic: EntityTraffic;
  services: readonly ServiceTraffic[];
  reading: Reading;
  now: Date;
}) {
  const { traffic, services, reading, now } = props;
  const views = entryPointViews({ traffic, services, now });
  // An exposure that is not known means that there may be entry points which were not seen.
  const isUndecided = services.some(service => service.exposure === 'unknown');
  return (
    <>
      <IngressLine
        views={views}
        isWhole={isWhole(reading) && !isUndecided}
        severalServices={services.length > 1}
      />
      <ExposureLine services={services} views={views} />
      <EgressLine services={services} />
      <EastWestLine services={services} />
      <RiskLine
        traffic={traffic}
        services={services}
        reading={reading}
        now={now}
      />
    </>
  );
}

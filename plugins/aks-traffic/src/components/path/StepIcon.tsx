import {
  RiBox3Line,
  RiEarthLine,
  RiHardDrive2Line,
  RiMapPinLine,
  RiRouterLine,
  RiServerLine,
  RiShareForwardLine,
  RiSignpostLine,
  RiLinksLine,
  RiUserLine,
} from '@remixicon/react';
import { ComponentProps } from 'react';
import { TrafficNode } from '../../model/path/trafficGraph';

const icons: Readonly<Record<TrafficNode['stage'], typeof RiUserLine>> = {
  client: RiUserLine,
  publisher: RiLinksLine,
  address: RiMapPinLine,
  controller: RiRouterLine,
  route: RiSignpostLine,
  service: RiServerLine,
  workload: RiBox3Line,
  pool: RiHardDrive2Line,
  hop: RiShareForwardLine,
  outside: RiEarthLine,
};

/** The sign for what a step of the path is. */
export function StepIcon(
  props: { stage: TrafficNode['stage'] } & ComponentProps<typeof RiUserLine>,
) {
  const { stage, ...rest } = props;
  const Icon = icons[stage];
  return <Icon aria-hidden="true" {...rest} />;
}

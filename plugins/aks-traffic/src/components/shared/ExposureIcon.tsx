import {
  RiBuilding2Line,
  RiGlobalLine,
  RiLinksLine,
  RiLock2Line,
  RiQuestionLine,
  RiServerLine,
  RiTimeLine,
} from '@remixicon/react';
import { Exposure } from 'backstage-plugin-aks-traffic-common';
import { isKnownExposure } from '../../model/exposure';

const icons: Readonly<Record<Exposure, typeof RiGlobalLine>> = {
  public: RiGlobalLine,
  internal: RiBuilding2Line,
  'private-link': RiLinksLine,
  'node-port': RiServerLine,
  'cluster-only': RiLock2Line,
  pending: RiTimeLine,
  unknown: RiQuestionLine,
};

/** The sign for an exposure. */
export function ExposureIcon(props: { exposure: string }) {
  const { exposure } = props;
  const Icon = icons[isKnownExposure(exposure) ? exposure : 'unknown'];
  return <Icon />;
}

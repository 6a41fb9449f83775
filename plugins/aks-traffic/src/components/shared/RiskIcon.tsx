import {
  RiAlarmWarningLine,
  RiAlertLine,
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
  RiQuestionLine,
} from '@remixicon/react';
import { Risk } from 'backstage-plugin-aks-traffic-common';
import { isKnownRisk } from '../../model/risk';

const icons: Readonly<Record<Risk, typeof RiAlertLine>> = {
  critical: RiAlarmWarningLine,
  high: RiErrorWarningLine,
  medium: RiAlertLine,
  low: RiInformationLine,
  info: RiInformationLine,
  none: RiCheckboxCircleLine,
  unknown: RiQuestionLine,
};

/** The sign for a risk. */
export function RiskIcon(props: { risk: string }) {
  const { risk } = props;
  const Icon = icons[isKnownRisk(risk) ? risk : 'unknown'];
  return <Icon />;
}

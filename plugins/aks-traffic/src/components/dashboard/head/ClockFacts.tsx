import { Retirement } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../hooks/useTexts';
import { Facts } from '../../shared/Facts';
import { LinkedProse } from '../../shared/LinkedProse';

/** What was said about an end of support, whom it concerns, whom it does not, and who said it. */
export function ClockFacts(props: { retirement: Retirement }) {
  const { statement, appliesTo, doesNotApplyTo, source, precision } =
    props.retirement;
  const { t } = useTexts();
  return (
    <Facts
      facts={[
        { name: t('clock.statement'), value: statement },
        { name: t('clock.appliesTo'), value: appliesTo },
        { name: t('clock.doesNotApplyTo'), value: doesNotApplyTo },
        {
          name: t('clock.counted'),
          value: precision === 'month' && t('clock.countedToMonthEnd'),
        },
        { name: t('clock.source'), value: <LinkedProse text={source} /> },
      ]}
    />
  );
}

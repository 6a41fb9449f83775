import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../../hooks/useTexts';
import { isKnownCoverage } from '../../../../model/coverage';
import { parseMoment } from '../../../../model/dates';
import { Moment } from '../../../shared/Moment';
import { Lines } from '../../../shared/Lines';

/** The cluster, and how far what is said about its services can be believed when that is not all the way. */
export function ClusterCell(props: { item: ServiceListItem; now: Date }) {
  const { cluster, coverage, observedAt } = props.item;
  const { t } = useTexts();
  const moment = parseMoment(observedAt);
  return (
    <Lines
      detail={
        coverage !== 'complete' && (
          <>
            {isKnownCoverage(coverage)
              ? t(`coverageName.${coverage}`)
              : t('card.unrecognised', { value: coverage })}
            {moment && (
              <>
                {' · '}
                <Moment moment={moment} now={props.now} />
              </>
            )}
          </>
        )
      }
    >
      {cluster}
    </Lines>
  );
}

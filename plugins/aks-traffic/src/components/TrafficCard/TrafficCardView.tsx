import { Link } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../hooks/useTexts';
import { CardState } from '../../model/cardState';
import { DocsUrl } from '../shared/DocsUrl';
import readable from '../shared/readable.module.css';
import { TrafficState } from '../states/TrafficState';
import { TrafficContent } from '../TrafficContent/TrafficContent';

/** The card in any of its states, with everything it needs handed to it. */
export function TrafficCardView(props: {
  state: CardState;
  entityName: string;
  now: Date;
  onRetry: () => void;
  /** Where the whole of it is shown; absent where the app has no such tab. */
  tabAddress?: string;
  docsUrl?: string;
}) {
  const { state, now, tabAddress } = props;
  const { t } = useTexts();
  return (
    <DocsUrl.Provider value={props.docsUrl}>
      <EntityInfoCard
        title={t('card.title')}
        className={readable.readable}
        footerActions={
          tabAddress !== undefined &&
          state.kind === 'content' && (
            <Link href={tabAddress} variant="body-small">
              {t('tab.open')}
            </Link>
          )
        }
      >
        <TrafficState {...props}>
          {({ traffic, refreshError }) => (
            <TrafficContent
              traffic={traffic}
              refreshError={refreshError}
              now={now}
            />
          )}
        </TrafficState>
      </EntityInfoCard>
    </DocsUrl.Provider>
  );
}

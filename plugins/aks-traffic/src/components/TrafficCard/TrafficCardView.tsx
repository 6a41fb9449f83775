import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../hooks/useTexts';
import { CardState } from '../../model/cardState';
import { DocsUrl } from '../shared/DocsUrl';
import readable from '../shared/readable.module.css';
import { MovePlan } from '../../model/movePlan';
import { TrafficState } from '../states/TrafficState';
import { CardLinks } from './CardLinks';
import { TrafficContent } from '../TrafficContent/TrafficContent';

/** The card in any of its states, with everything it needs handed to it. */
export function TrafficCardView(props: {
  state: CardState;
  entityName: string;
  now: Date;
  onRetry: () => void;
  /** Where the whole of it is shown; absent where the app has no such tab. */
  tabAddress?: string;
  /** The address of the template that moves Ingresses; absent where there is none. */
  moveAddressOf?: (plan: MovePlan) => string;
  docsUrl?: string;
}) {
  const { state, now, tabAddress, moveAddressOf } = props;
  const { t } = useTexts();
  return (
    <DocsUrl.Provider value={props.docsUrl}>
      <EntityInfoCard
        title={t('card.title')}
        className={readable.readable}
        footerActions={
          state.kind === 'content' && (
            <CardLinks
              traffic={state.traffic}
              tabAddress={tabAddress}
              moveAddressOf={moveAddressOf}
            />
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

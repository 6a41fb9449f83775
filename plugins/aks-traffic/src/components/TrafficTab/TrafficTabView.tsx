import { CardState } from '../../model/cardState';
import { MovePlan } from '../../model/movePlan';
import { DocsUrl } from '../shared/DocsUrl';
import readable from '../shared/readable.module.css';
import { TrafficState } from '../states/TrafficState';
import { DashboardLinks } from './DashboardLinks';
import { TabContent } from './TabContent';

/** The tab in any of its states, with everything it needs handed to it. */
export function TrafficTabView(props: {
  state: CardState;
  entityName: string;
  now: Date;
  onRetry: () => void;
  /** Key of the Service to show, where several were found. */
  chosen: string | undefined;
  onChoose: (key: string) => void;
  dashboard?: DashboardLinks;
  /** The address of the template that moves Ingresses; absent where there is none. */
  moveAddressOf?: (plan: MovePlan) => string;
  docsUrl?: string;
}) {
  const { now, onRetry, chosen, onChoose, dashboard, moveAddressOf } = props;
  return (
    <DocsUrl.Provider value={props.docsUrl}>
      <div className={readable.readable} data-testid="traffic-tab">
        <TrafficState {...props}>
          {({ traffic, refreshError }) => (
            <TabContent
              traffic={traffic}
              refreshError={refreshError}
              now={now}
              chosen={chosen}
              onChoose={onChoose}
              onRefresh={onRetry}
              dashboard={dashboard}
              moveAddressOf={moveAddressOf}
            />
          )}
        </TrafficState>
      </div>
    </DocsUrl.Provider>
  );
}

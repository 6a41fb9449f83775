import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';
import { ComponentProps, useState } from 'react';
import { TrafficTabView } from '../components/TrafficTab/TrafficTabView';
import { fixtureOf, renderWithTexts } from './renderWithTexts';

type ViewProps = ComponentProps<typeof TrafficTabView>;

/** Renders the tab in the state of that name of the dev app. */
export function renderTab(
  id: string,
  options: Partial<
    Pick<ViewProps, 'onRetry' | 'dashboard' | 'moveAddressOf'>
  > & {
    api?: Partial<AksTrafficApi>;
  } = {},
) {
  const { api, ...props } = options;
  return renderWithTexts(<StatefulTab id={id} {...props} />, api);
}

/** The tab, remembering which Service was chosen as the address of the page does. */
function StatefulTab({
  id,
  onRetry = () => {},
  ...props
}: { id: string } & Partial<ViewProps>) {
  const { state, now } = fixtureOf(id);
  const [chosen, setChosen] = useState<string>();
  return (
    <TrafficTabView
      {...props}
      state={state}
      entityName="storefront"
      now={now}
      onRetry={onRetry}
      chosen={chosen}
      onChoose={setChosen}
    />
  );
}

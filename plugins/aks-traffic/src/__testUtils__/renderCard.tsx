import { ComponentProps } from 'react';
import { TrafficCardView } from '../components/TrafficCard/TrafficCardView';
import { fixtureOf, renderWithTexts } from './renderWithTexts';

/** Renders the card in the state of that name of the dev app. */
export function renderCard(
  id: string,
  options: Partial<
    Pick<
      ComponentProps<typeof TrafficCardView>,
      'onRetry' | 'docsUrl' | 'moveAddressOf'
    >
  > = {},
) {
  const { state, now } = fixtureOf(id);
  return renderWithTexts(
    <TrafficCardView
      state={state}
      entityName="storefront"
      now={now}
      onRetry={options.onRetry ?? (() => {})}
      docsUrl={options.docsUrl}
      moveAddressOf={options.moveAddressOf}
    />,
  );
}

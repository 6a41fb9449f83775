import { errorApiRef, translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render } from '@testing-library/react';
import { ReactElement } from 'react';
import { cardFixtures } from '../../dev/fixtures';
import { TrafficCardView } from '../components/TrafficCard/TrafficCardView';

/** Renders something that needs nothing but the plugin's texts. */
export function renderWithTexts(element: ReactElement) {
  return render(
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
      ]}
    >
      {element}
    </TestApiProvider>,
  );
}

/** Renders the card in the state of that name of the dev app. */
export function renderCard(
  id: string,
  options: { onRetry?: () => void; docsUrl?: string } = {},
) {
  const fixture = cardFixtures.find(candidate => candidate.id === id);
  if (fixture === undefined) {
    throw new Error(`There is no fixture named ${id}`);
  }
  return renderWithTexts(
    <TrafficCardView
      state={fixture.state}
      entityName="storefront"
      now={fixture.now}
      onRetry={options.onRetry ?? (() => {})}
      docsUrl={options.docsUrl}
    />,
  );
}

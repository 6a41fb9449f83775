import {
  configApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render } from '@testing-library/react';
import { AksTrafficApi } from 'backstage-plugin-aks-traffic-common';
import { ReactElement } from 'react';
import { cardFixtures } from '../../dev/fixtures';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';

/** Renders something that needs the plugin's texts, and of the backend no more than is given. */
export function renderWithTexts(
  element: ReactElement,
  api: Partial<AksTrafficApi> = {},
  config: NonNullable<Parameters<typeof mockApis.config>[0]>['data'] = {},
) {
  return render(
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
        [aksTrafficApiRef, api as AksTrafficApi],
        [configApiRef, mockApis.config({ data: config })],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      {element}
    </TestApiProvider>,
  );
}

/** The state of that name of the dev app. */
export function fixtureOf(id: string) {
  const fixture = cardFixtures.find(candidate => candidate.id === id);
  if (fixture === undefined) {
    throw new Error(`There is no fixture named ${id}`);
  }
  return fixture;
}

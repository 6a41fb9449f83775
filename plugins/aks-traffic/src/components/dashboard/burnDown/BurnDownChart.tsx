import { Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { BurnDown } from '../../../model/dashboard/burnDown';
import { chartHeight } from './chartHeight';

// The chart library is larger than the rest of the plugin; what is above it need not wait for it.
const BurnDownAreas = lazy(() =>
  import('./BurnDownAreas').then(module => ({ default: module.BurnDownAreas })),
);

/** The burn-down as stacked areas. */
export function BurnDownChart(props: { burnDown: BurnDown }) {
  return (
    <Suspense
      fallback={
        <Skeleton width="100%" height={chartHeight} aria-hidden="true" />
      }
    >
      <BurnDownAreas burnDown={props.burnDown} />
    </Suspense>
  );
}

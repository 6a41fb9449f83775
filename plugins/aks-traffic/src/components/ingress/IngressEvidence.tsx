import { Text } from '@backstage/ui';
import { Controller } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { EntryPointView } from '../../model/entryPoints';
import { ExpandableList } from '../shared/ExpandableList';
import { ControllerEvidence } from './ControllerEvidence';
import { EntryPointItem } from './EntryPointItem';
import { RetirementFacts } from './RetirementFacts';

const entryPointsShown = 10;
/** Up to this many are shown open; more are a list of lines to choose from. */
const entryPointsOpen = 2;

/** The entry points with what makes them one, their controllers, and what is known of the end of support. */
export function IngressEvidence(props: {
  views: readonly EntryPointView[];
  severalServices: boolean;
}) {
  const { views, severalServices } = props;
  const { t } = useTexts();
  if (views.length === 0) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('ingress.noneMeaning')}
      </Text>
    );
  }
  return (
    <>
      <RetirementFacts views={views} />
      <ExpandableList items={views} limit={entryPointsShown}>
        {view => (
          <EntryPointItem
            view={view}
            aspect="system"
            isOpen={views.length <= entryPointsOpen}
            namesService={severalServices}
          />
        )}
      </ExpandableList>
      {controllersOf(views).map(({ controller, cluster }, index) => (
        <ControllerEvidence
          key={index}
          controller={controller}
          cluster={cluster}
        />
      ))}
    </>
  );
}

function controllersOf(
  views: readonly EntryPointView[],
): { controller: Controller; cluster: string }[] {
  const clusters = new Map<Controller, string>();
  for (const { controller, service } of views) {
    if (controller !== undefined) {
      clusters.set(controller, service.cluster);
    }
  }
  return [...clusters].map(([controller, cluster]) => ({
    controller,
    cluster,
  }));
}

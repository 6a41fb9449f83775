import { Controller } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { systemName } from '../../text/names';
import { Facts } from '../shared/Facts';

/** The controller that implements entry points. */
export function ControllerFacts(props: {
  controller: Controller;
  cluster: string;
}) {
  const { controller, cluster } = props;
  const texts = useTexts();
  const { t } = texts;
  const { name, namespace, version, image, classes } = controller;
  return (
    <Facts
      facts={[
        {
          name: t('ingress.controller'),
          value: [
            systemName(texts, controller.system),
            version && t('ingress.version', { version }),
          ]
            .filter(Boolean)
            .join(', '),
        },
        {
          name: t('ingress.workload'),
          value:
            namespace === undefined
              ? t('card.onCluster', { name, cluster })
              : t('card.service', { service: name, namespace, cluster }),
        },
        {
          name: t('ingress.classes'),
          value: classes.length > 0 ? classes.join(', ') : undefined,
        },
        { name: t('ingress.image'), value: image },
      ]}
    />
  );
}

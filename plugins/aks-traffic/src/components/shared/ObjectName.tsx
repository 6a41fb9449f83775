import { ArmRef, ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { Texts } from '../../text/texts';
import { asShown } from '../../text/asShown';
import styles from './ObjectName.module.css';

/** Names a Kubernetes object or an Azure resource so that it can be found. */
export function ObjectName(props: { object: ObjectRef | ArmRef }) {
  const texts = useTexts();
  const { object } = props;
  if ('armId' in object) {
    return (
      <span className={styles.object}>
        <span className={styles.name}>
          {asShown(object.armId.split('/').pop())}
        </span>{' '}
        <span className={styles.detail}>{asShown(object.armId)}</span>
      </span>
    );
  }
  return (
    <span className={styles.object}>
      <span className={styles.name}>{objectText(texts, object)}</span>{' '}
      <span className={styles.detail}>{asShown(object.apiVersion)} </span>
    </span>
  );
}

function objectText({ t }: Texts, object: ObjectRef): string {
  const { kind, name, namespace } = object;
  return namespace === undefined
    ? t('evidence.clusterScoped', { kind, name })
    : t('evidence.namespaced', { kind, namespace, name });
}

import { useTexts } from '../../hooks/useTexts';
import { PathView } from '../../model/path/pathView';
import { TrafficEdgeKind } from '../../model/path/trafficGraph';
import edgeStyles from './PictureEdge.module.css';
import styles from './PathLegend.module.css';

/** What the lines and frames of the picture mean; only those that are in it. */
export function PathLegend(props: { view: PathView }) {
  const { graph, steps } = props.view;
  const { t } = useTexts();
  const kinds = new Set(graph.edges.map(({ kind }) => kind));
  const lines = [
    { kind: 'passes', text: t('path.legendPasses') },
    { kind: 'unknown', text: t('path.legendAttachmentUnknown') },
    { kind: 'not-attached', text: t('path.legendNotAttached') },
    { kind: 'proxied', text: t('path.legendProxied') },
  ] as const satisfies readonly { kind: TrafficEdgeKind; text: string }[];
  return (
    <ul className={styles.legend} aria-label={t('path.legend')}>
      <li className={styles.entry}>
        <span className={styles.frame} aria-hidden="true" />
        {t('path.legendKnown')}
      </li>
      {steps.some(({ node }) => !node.isKnown) && (
        <li className={styles.entry}>
          <span className={styles.frame} data-unknown aria-hidden="true" />
          {t('path.legendUnknown')}
        </li>
      )}
      {lines
        .filter(({ kind }) => kinds.has(kind))
        .map(({ kind, text }) => (
          <li key={kind} className={styles.entry}>
            <svg width="28" height="8" aria-hidden="true">
              <path className={edgeStyles.edge} data-kind={kind} d="M0 4H28" />
            </svg>
            {text}
          </li>
        ))}
    </ul>
  );
}

import { ReactNode } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { PathStep } from '../../model/path/graphPaths';
import { PathView, StepView } from '../../model/path/pathView';
import { TrafficEdgeKind } from '../../model/path/trafficGraph';
import { stepText } from '../../text/stepText';
import { Texts } from '../../text/texts';
import { Claim, ClaimDetail, ClaimName } from '../shared/Claim';
import { Disclosure } from '../shared/Disclosure';
import { SubSection } from '../shared/SubSection';
import { ToneChip } from '../shared/ToneChip';
import styles from './PathList.module.css';
import { StepDetails } from './StepDetails';

/**
 * The path as lists of steps, one for each way in and out: what narrow screens show, and what whoever cannot see the
 * picture is told.
 */
export function PathList(props: {
  view: PathView;
  /** Whether the steps open their evidence; not where the picture's steps do. */
  opensSteps: boolean;
}) {
  const { view, opensSteps } = props;
  const { t } = useTexts();
  const { waysIn, waysOut } = view.paths;
  return (
    <div
      className={styles.ways}
      role="group"
      aria-label={t('path.listOf', { service: view.service.service })}
    >
      {waysIn.map((way, index) => (
        <Way
          key={`in ${index}`}
          title={
            waysIn.length === 1
              ? t('path.onlyWayIn')
              : t('path.wayIn', numbered(index, waysIn))
          }
          way={way}
          view={view}
          opensSteps={opensSteps}
        />
      ))}
      {waysOut.map((way, index) => (
        <Way
          key={`out ${index}`}
          title={
            waysOut.length === 1
              ? t('path.onlyWayOut')
              : t('path.wayOut', numbered(index, waysOut))
          }
          way={way}
          view={view}
          opensSteps={opensSteps}
        />
      ))}
    </div>
  );
}

function Way(props: {
  title: string;
  way: readonly PathStep[];
  view: PathView;
  opensSteps: boolean;
}) {
  const { title, way, view, opensSteps } = props;
  return (
    <SubSection title={title}>
      <ol className={styles.steps}>
        {way.map(({ node, reached }) => (
          <li key={node.id}>
            <ListedStep
              step={view.steps.find(step => step.node === node) as StepView}
              reached={reached}
              view={view}
              opens={opensSteps}
            />
          </li>
        ))}
      </ol>
    </SubSection>
  );
}

function ListedStep(props: {
  step: StepView;
  reached: TrafficEdgeKind | undefined;
  view: PathView;
  opens: boolean;
}) {
  const { step, reached, view, opens } = props;
  const texts = useTexts();
  const { label, title, detail } = stepText(texts, step.node, {
    support: step.support,
  });
  const limit = reachedText(texts, reached);
  const summary: ReactNode = (
    <>
      <ClaimDetail>{label}</ClaimDetail>
      <Claim>
        {step.tone === 'neutral' ? (
          <ClaimName>{title}</ClaimName>
        ) : (
          <ToneChip tone={step.tone}>{title}</ToneChip>
        )}
        {detail !== undefined && <ClaimDetail>{detail}</ClaimDetail>}
      </Claim>
      {limit !== undefined && <ClaimDetail>{limit}</ClaimDetail>}
    </>
  );
  return opens ? (
    <Disclosure nested summary={summary}>
      <StepDetails step={step} service={view.service} />
    </Disclosure>
  ) : (
    <>{summary}</>
  );
}

function numbered(index: number, ways: readonly unknown[]) {
  return { number: String(index + 1), total: String(ways.length) };
}

/** What holds traffic back on its way to a step. */
function reachedText(
  { t }: Texts,
  kind: TrafficEdgeKind | undefined,
): string | undefined {
  switch (kind) {
    case 'not-attached':
      return t('path.legendNotAttached');
    case 'unknown':
      return t('path.legendAttachmentUnknown');
    case 'proxied':
      return t('path.legendProxied');
    default:
      return undefined;
  }
}

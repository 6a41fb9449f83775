import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import { useMemo } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { PathView, StepView } from '../../model/path/pathView';
import { stepText } from '../../text/stepText';
import { PictureEdge } from './PictureEdge';
import { PictureNode } from './PictureNode';
import styles from './PathPicture.module.css';
import {
  columnGap,
  markerId,
  nodeWidth,
  padding,
  smallestScale,
} from './pictureSizes';

/** The path as a picture, from left to right; it scrolls by itself where it is wider than its place. */
export function PathPicture(props: {
  view: PathView;
  /** The step whose evidence is open. */
  openId: string | undefined;
  /** Id of the element that the evidence is shown in. */
  panelId: string;
  onToggle: (id: string) => void;
}) {
  const { view, openId, panelId, onToggle } = props;
  const texts = useTexts();
  const { t } = texts;
  // The picture is laid out again when these change, so they only do when the path does.
  const nodes = useMemo(
    () => view.steps.map(step => ({ id: step.node.id, step })),
    [view],
  );
  const edges = useMemo(
    () => view.graph.edges.map(edge => ({ ...edge })),
    [view],
  );
  const width =
    view.columns * nodeWidth + (view.columns - 1) * columnGap + 2 * padding;
  return (
    <div className={styles.scroller}>
      <div style={{ minWidth: Math.ceil(width * smallestScale) }}>
        <DependencyGraph<{ step: StepView }, (typeof edges)[number]>
          nodes={nodes}
          edges={edges}
          direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
          rankMargin={columnGap}
          nodeMargin={16}
          edgeMargin={8}
          paddingX={padding}
          paddingY={padding}
          labelPosition={DependencyGraphTypes.LabelPosition.CENTER}
          labelOffset={0}
          zoom="disabled"
          allowFullscreen={false}
          fit="grow"
          role="group"
          aria-label={t('path.pictureOf', { service: view.service.service })}
          defs={
            <marker
              id={markerId}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8Z" className={styles.arrow} />
            </marker>
          }
          renderEdge={({ edge, id }) => (
            <PictureEdge
              key={`${id.v} ${id.w}`}
              points={edge.points}
              kind={edge.kind}
            />
          )}
          renderNode={({ node: { step } }) => (
            <PictureNode
              text={stepText(texts, step.node, { support: step.support })}
              stage={step.node.stage}
              tone={step.tone}
              isOpen={step.node.id === openId}
              panelId={panelId}
              onToggle={() => onToggle(step.node.id)}
            />
          )}
        />
      </div>
    </div>
  );
}

import { KeyboardEvent } from 'react';
import { printable } from 'backstage-plugin-aks-traffic-common';
import { TrafficNode } from '../../model/path/trafficGraph';
import { Tone } from '../../model/tone';
import { StepText } from '../../text/stepText';
import { wrapText } from '../../text/wrapText';
import styles from './PictureNode.module.css';
import { nodeWidth } from './pictureSizes';
import { StepIcon } from './StepIcon';

const inset = 10;
const iconSize = 13;
const lineHeight = { small: 15, title: 17 };

/** A step in the picture: a button that opens the evidence for it. */
export function PictureNode(props: {
  text: StepText;
  stage: TrafficNode['stage'];
  tone: Tone;
  isOpen: boolean;
  panelId: string;
  onToggle: () => void;
}) {
  const { text, stage, tone, isOpen, panelId, onToggle } = props;
  const label = printable(text.label);
  const title = printable(text.title);
  const detail = text.detail && printable(text.detail);
  const titleLines = wrapText(title, { maxCharacters: 13, maxLines: 4 });
  const detailLines =
    detail === undefined
      ? []
      : wrapText(detail, { maxCharacters: 17, maxLines: 5 });
  const titleTop = inset + lineHeight.small;
  const detailTop = titleTop + titleLines.length * lineHeight.title;
  const height = detailTop + detailLines.length * lineHeight.small + inset - 2;
  // The words as they are seen, in their order, and whole where the picture cuts them.
  const name = [label, title, detail].filter(Boolean).join(' ');

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') {
      // The page would scroll otherwise.
      event.preventDefault();
      onToggle();
    }
  }

  return (
    <g
      role="button"
      tabIndex={0}
      className={styles.node}
      data-tone={tone}
      data-stage={stage}
      data-open={isOpen}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panelId : undefined}
      onClick={onToggle}
      onKeyDown={onKeyDown}
    >
      <title>{name}</title>
      <rect className={styles.frame} width={nodeWidth} height={height} rx={6} />
      <rect
        className={styles.mark}
        width={4}
        height={height - 12}
        x={0}
        y={6}
        rx={2}
      />
      <StepIcon
        stage={stage}
        className={styles.icon}
        x={inset}
        y={inset - 1}
        size={iconSize}
      />
      {/* Clips what is wider than expected: letters differ. */}
      <svg
        width={nodeWidth - 6}
        height={height}
        overflow="hidden"
        aria-hidden="true"
      >
        <text
          className={styles.small}
          x={inset + iconSize + 4}
          y={inset + lineHeight.small - 5}
        >
          {wrapText(label, { maxCharacters: 15, maxLines: 1 })}
        </text>
        {titleLines.map((line, index) => (
          <text
            key={index}
            className={styles.title}
            x={inset}
            y={titleTop + (index + 1) * lineHeight.title - 4}
          >
            {line}
          </text>
        ))}
        {detailLines.map((line, index) => (
          <text
            key={index}
            className={styles.small}
            x={inset}
            y={detailTop + (index + 1) * lineHeight.small - 3}
          >
            {line}
          </text>
        ))}
      </svg>
    </g>
  );
}

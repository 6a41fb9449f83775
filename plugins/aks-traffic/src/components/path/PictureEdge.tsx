import { TrafficEdgeKind } from '../../model/path/trafficGraph';
import styles from './PictureEdge.module.css';
import { columnGap, markerId, nodeWidth } from './pictureSizes';

interface Point {
  x: number;
  y: number;
}

/** The line between two steps. */
export function PictureEdge(props: {
  points: readonly Point[] | undefined;
  kind: TrafficEdgeKind;
}) {
  const { points, kind } = props;
  // The first layout is made before the steps have sizes, and knows no points.
  const line = (points ?? []).filter(
    ({ x, y }) => Number.isFinite(x) && Number.isFinite(y),
  );
  if (line.length < 2) {
    return <></>;
  }
  return (
    <path
      className={styles.edge}
      data-kind={kind}
      d={curveThrough(fromSideToSide(line))}
      markerEnd={kind === 'not-attached' ? undefined : `url(#${markerId})`}
    />
  );
}

/** A curve that leaves and reaches each point level, as lines between columns do. */
function curveThrough([first, ...rest]: readonly Point[]): string {
  let from = first;
  const curves = rest.map(to => {
    const middle = (from.x + to.x) / 2;
    const curve = `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    from = to;
    return curve;
  });
  return `M${first.x} ${first.y}${curves.join('')}`;
}

/**
 * The layout ends lines where they would meet the middle of a step, which for a steep line is near a corner. Moves both
 * ends to the middle of the side: between two columns the line passes the middle of the gap, so that says where it is.
 */
function fromSideToSide(line: readonly Point[]): Point[] {
  if (line.length < 3) {
    return [...line];
  }
  const [first, second] = line;
  const [last, beforeLast] = [line[line.length - 1], line[line.length - 2]];
  return [
    middleOfSide({ end: first, inGap: second, side: 1 }),
    ...line.slice(1, -1),
    middleOfSide({ end: last, inGap: beforeLast, side: -1 }),
  ];
}

function middleOfSide(options: {
  end: Point;
  inGap: Point;
  /** `1` where the line leaves the right side of a step, `-1` where it reaches the left side of one. */
  side: 1 | -1;
}): Point {
  const { end, inGap, side } = options;
  const toEnd = (inGap.x - end.x) * side;
  const toSide = columnGap / 2;
  const toCentre = toSide + nodeWidth / 2;
  if (toEnd < toSide - 1 || toEnd > toCentre) {
    return end;
  }
  return {
    x: inGap.x - toSide * side,
    y: inGap.y + ((end.y - inGap.y) * toCentre) / toEnd,
  };
}

import { ExpandableList } from '../shared/ExpandableList';
import { GapItem } from './GapItem';

/** What could not be read, each with what can be done about it. */
export function GapList(props: { gaps: readonly string[]; limit: number }) {
  return (
    <ExpandableList items={props.gaps} limit={props.limit}>
      {gap => <GapItem gap={gap} />}
    </ExpandableList>
  );
}

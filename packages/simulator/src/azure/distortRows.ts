import { FaultEffect } from '../faults';
import { Reply } from '../http';

/** What a fault makes of a page of rows that Resource Graph answers with; other replies stay as they are. */
export function distortRows(
  effect: FaultEffect | undefined,
  reply: Reply,
): Reply {
  if (reply.status !== 200) {
    return reply;
  }
  switch (effect?.kind) {
    case 'hidden':
      return withRows(reply, page => {
        const data = page.data.filter(
          ({ id }) => !String(id).startsWith(effect.id),
        );
        return { ...page, data, totalRecords: data.length };
      });
    case 'truncated':
      return withRows(reply, page => ({
        ...page,
        data: firstHalf(page.data),
        resultTruncated: 'true',
        $skipToken: undefined,
      }));
    case 'lost-skip-token':
      return withRows(reply, page => ({
        ...page,
        data: firstHalf(page.data),
        $skipToken: undefined,
      }));
    default:
      return reply;
  }
}

interface Page {
  data: Record<string, unknown>[];
  [field: string]: unknown;
}

function withRows(reply: Reply, change: (page: Page) => Page): Reply {
  const page = change(JSON.parse(reply.body));
  return {
    ...reply,
    body: JSON.stringify({ ...page, count: page.data.length }),
  };
}

function firstHalf<Row>(rows: Row[]): Row[] {
  return rows.slice(0, Math.floor(rows.length / 2));
}

import { ResourceRow } from 'backstage-plugin-aks-traffic-engine';

/** What one query gave. */
export interface EstatePart {
  /** Name of the query. */
  name: string;
  rows: ResourceRow[];
  /** What of the answer is missing; empty with `failure`. */
  gaps: string[];
  readTypes: string[];
  /** Why the query gave nothing. */
  failure?: string;
  /** When rows of an earlier look stand in for what is missing: its time. */
  takenAt?: string;
}

/** How long an earlier answer is better than none, in milliseconds: as long as an unread cluster keeps its verdicts. */
const keepForMs = 24 * 60 * 60 * 1000;

/**
 * The last whole answer to each query. While Azure is away, clusters go on being read, and are judged with what Azure
 * said before: addresses and ways out change rarely, Ingresses many times a day.
 */
export class EstateMemory {
  private readonly whole = new Map<
    string,
    { part: EstatePart; takenAt: Date }
  >();

  constructor(private readonly clock: () => Date = () => new Date()) {}

  /** Adds to a part that is not whole the rows that were there when it was whole the last time. */
  better(part: EstatePart): EstatePart {
    const { name, gaps, failure } = part;
    const now = this.clock();
    if (failure === undefined && gaps.length === 0) {
      this.whole.set(name, { part, takenAt: now });
      return part;
    }
    const known = this.whole.get(name);
    if (!known || now.getTime() - known.takenAt.getTime() > keepForMs) {
      this.whole.delete(name);
      return part;
    }
    const seen = new Set(part.rows.map(({ id }) => id.toLowerCase()));
    return {
      ...part,
      rows: [
        ...part.rows,
        ...known.part.rows.filter(({ id }) => !seen.has(id.toLowerCase())),
      ],
      readTypes: known.part.readTypes,
      takenAt: known.takenAt.toISOString(),
    };
  }
}

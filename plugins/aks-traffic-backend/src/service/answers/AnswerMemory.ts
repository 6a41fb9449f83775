import { LRUCache } from 'lru-cache';
import { AnswerOutline, CallerRights } from './AnswerDraft';
import { AnswerWindow, isWithin } from './answerWindow';
import { EncodedAnswer } from './EncodedAnswer';

/** Bytes of answers that are kept at most; they are kept compressed. */
const mostBytes = 32 * 1024 * 1024;
/** Names in outlines that are kept at most: about 20 MB. */
const mostNames = 200_000;
/**
 * How long an answer is kept in milliseconds, although it would be right for longer: a replica of an earlier version
 * does not mark what it changes.
 */
const keepForMs = 60_000;

/**
 * Answers of late, as long as nothing that they say can have changed: an answer is found by everything that it depends
 * on. Each replica has its own.
 */
export class AnswerMemory {
  private readonly outlines = new LRUCache<string, AnswerOutline>({
    maxSize: mostNames,
    sizeCalculation: ({ services, claimOwners }) =>
      1 + services.length + claimOwners.flat().length,
    ttl: keepForMs,
  });
  private readonly answers: LRUCache<string, EncodedAnswer>;

  constructor(options: { mostBytes?: number } = {}) {
    this.answers = new LRUCache<string, EncodedAnswer>({
      maxSize: options.mostBytes ?? mostBytes,
      // The entry itself, its key and the hash are small.
      sizeCalculation: ({ gzip }) => gzip.length + 1024,
      ttl: keepForMs,
    });
  }

  /** Bytes that answers take now. */
  get size(): number {
    return this.answers.calculatedSize;
  }

  /** @param key - names what was asked for and the revision of what is stored */
  findOutline(key: string, now: Date): AnswerOutline | undefined {
    const outline = this.outlines.get(key);
    return outline?.window && isWithin(outline.window, now)
      ? outline
      : undefined;
  }

  keepOutline(key: string, outline: AnswerOutline): void {
    if (outline.window) {
      this.outlines.set(key, outline);
    }
  }

  findAnswer(
    key: string,
    window: AnswerWindow | undefined,
    rights: CallerRights,
  ): EncodedAnswer | undefined {
    return window && this.answers.get(answerKey(key, window, rights));
  }

  keepAnswer(
    key: string,
    window: AnswerWindow | undefined,
    rights: CallerRights,
    answer: EncodedAnswer,
  ): void {
    if (window) {
      this.answers.set(answerKey(key, window, rights), answer);
    }
  }
}

/** Names everything that an answer depends on. */
export function answerKey(
  key: string,
  window: AnswerWindow | undefined,
  { shown, mayListClusters, canWaive }: CallerRights,
): string {
  return JSON.stringify([
    key,
    window?.from,
    window?.until,
    shown,
    mayListClusters,
    canWaive,
  ]);
}

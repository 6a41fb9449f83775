import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityTraffic, Retirement } from 'backstage-plugin-aks-traffic-common';
import { SensitiveValues } from '../../sensitive/SensitiveValues';
import { digest } from '../../store/digest';
import { TrafficStore } from '../../store/types';
import { describeGaps } from '../describeGaps';
import { EntityReader, FoundEntity } from '../EntityReader';
import { toEntityTraffic } from '../toEntityTraffic';
import { EntityRequest } from '../TrafficService';
import { reasonsWithin } from '../withoutReasons';
import {
  AnswerDraft,
  AnswerOutline,
  CallerRights,
  draftAnswer,
  finishAnswer,
} from './AnswerDraft';
import { answerKey, AnswerMemory } from './AnswerMemory';
import { answerWindow } from './answerWindow';
import { encodeAnswer, EncodedAnswer } from './EncodedAnswer';
import { InFlight } from './InFlight';

/**
 * Answers about one entity. They are long and asked for again and again while pages are open, so that those of late are
 * kept as they were sent. Who asks and what they may see is found out each time.
 */
export class EntityAnswers {
  private readonly drafts = new InFlight<AnswerDraft>();
  private readonly encodings = new InFlight<EncodedAnswer>();
  private readonly memory: AnswerMemory;

  constructor(
    private readonly options: {
      entities: EntityReader;
      store: Pick<TrafficStore, 'readRevision'>;
      retirements: readonly Retirement[];
      sensitive: Pick<SensitiveValues, 'shownServices'>;
      staleAfterMs: number;
      clock(): Date;
      memory?: AnswerMemory;
    },
  ) {
    this.memory = options.memory ?? new AnswerMemory();
  }

  /** @throws as `TrafficService.getEntityTraffic` */
  async read(request: EntityRequest): Promise<EntityTraffic> {
    const found = await this.options.entities.findEntity(request);
    const draft = await this.draft(found, request);
    const rights = await this.rightsOf(draft.outline, found, request);
    return finishAnswer(draft, rights);
  }

  /**
   * The same, as it is sent.
   *
   * @throws as `TrafficService.getEntityTraffic`
   */
  async readEncoded(request: EntityRequest): Promise<EncodedAnswer> {
    const { entities, store, clock } = this.options;
    const { memory } = this;
    const found = await entities.findEntity(request);
    const revision = await store.readRevision(found.match.cluster);
    const key = keyOf(found, request, revision);
    const outline = memory.findOutline(key, clock());
    const answer =
      outline &&
      memory.findAnswer(
        key,
        outline.window,
        await this.rightsOf(outline, found, request),
      );
    return answer ?? this.encode(key, found, request);
  }

  private async encode(
    key: string,
    found: FoundEntity,
    request: EntityRequest,
  ): Promise<EncodedAnswer> {
    // Until the answer is kept, nobody needs to draft it a second time.
    return this.drafts.shareFor(
      key,
      () => this.draft(found, request),
      draft => this.finish(draft, found, request),
    );
  }

  private async finish(
    draft: AnswerDraft,
    found: FoundEntity,
    request: EntityRequest,
  ): Promise<EncodedAnswer> {
    const { memory } = this;
    const { outline } = draft;
    // What is stored may have changed since the draft was asked for.
    const key = keyOf(found, request, draft.revision);
    memory.keepOutline(key, outline);
    const rights = await this.rightsOf(outline, found, request);
    return this.encodings.share(
      answerKey(key, outline.window, rights),
      async () => {
        const kept = memory.findAnswer(key, outline.window, rights);
        if (kept) {
          return kept;
        }
        const encoded = await encodeAnswer(finishAnswer(draft, rights));
        memory.keepAnswer(key, outline.window, rights, encoded);
        return encoded;
      },
    );
  }

  private async draft(
    found: FoundEntity,
    request: EntityRequest,
  ): Promise<AnswerDraft> {
    const { entities, retirements, staleAfterMs, clock } = this.options;
    const view = await entities.readView(found, request);
    const now = clock();
    const traffic = toEntityTraffic({
      ...view,
      entityRef: stringifyEntityRef(found.entity),
      match: found.match,
      gaps: reasonsWithin(request.conditions, describeGaps(view.discovery)),
      retirements,
      now,
      staleAfterMs,
    });
    return draftAnswer({
      traffic,
      window: answerWindow(traffic, { now, staleAfterMs }),
      revision: view.revision,
      claimOwners: view.claimOwners,
    });
  }

  private async rightsOf(
    { withheld, services, claimOwners }: AnswerOutline,
    { entity }: FoundEntity,
    { credentials, access }: EntityRequest,
  ): Promise<CallerRights> {
    return {
      // Who that is is asked only when there is something to withhold.
      shown: withheld
        ? await this.options.sensitive.shownServices({
            credentials,
            subject: { entity, claimOwners },
          })
        : 'all',
      mayListClusters: access?.mayListClusters ?? false,
      canWaive:
        services.length > 0 && ((await access?.mayWaive(services)) ?? false),
    };
  }
}

/** Names what an answer is about, as long as the same is stored. */
function keyOf(
  { entity, match }: FoundEntity,
  { conditions }: EntityRequest,
  revision: string,
): string {
  return digest([
    stringifyEntityRef(entity),
    match,
    conditions ?? null,
    revision,
  ]);
}

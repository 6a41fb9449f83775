import { startClock } from '../measure/startClock';

/** How readers fared. */
export interface Answers {
  /** How long each answer took, in milliseconds. */
  times: number[];
  /** Requests that had no answer that is of use. */
  failed: number;
}

/** Lets readers ask, each again as soon as it has its answer. */
export async function askConcurrently(options: {
  readers: number;
  requests: number;
  /** Tells whether the answer is of use. */
  ask(): Promise<boolean>;
}): Promise<Answers> {
  const { readers, requests, ask } = options;
  const answers: Answers = { times: [], failed: 0 };
  let left = requests;
  const read = async () => {
    while (left > 0) {
      left -= 1;
      const elapsed = startClock('wall');
      if (await ask()) {
        answers.times.push(elapsed());
      } else {
        answers.failed += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  return answers;
}

/** At most so many answers are kept; the oldest goes first. */
const MOST = 500;

/** Gives a kept answer while it is fresh, else reads it, and keeps it when it is worth it. Those who ask meanwhile wait for the same. */
export type Remembered = <T>(key: string, read: () => Promise<T>, isWorthIt: (answer: T) => boolean) => Promise<T>;

export function createRemembered(freshMs: number, now: () => number = Date.now): Remembered {
  const answers = new Map<string, { until: number; answer: Promise<unknown> }>();
  return async <T>(key: string, read: () => Promise<T>, isWorthIt: (answer: T) => boolean): Promise<T> => {
    const known = answers.get(key);
    if (known && known.until > now()) return known.answer as Promise<T>;
    answers.delete(key);
    const answer = read();
    answers.set(key, { until: now() + freshMs, answer });
    const [oldest] = answers.keys();
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    const forget = () => {
      if (answers.get(key)?.answer === answer) answers.delete(key);
    };
    try {
      const read_ = await answer;
      if (!isWorthIt(read_)) forget();
      return read_;
    } catch (error) {
      forget();
      throw error;
    }
  };
}

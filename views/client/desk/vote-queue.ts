/**
 * Answers on their way to the server. Each is written down in the browser before the next record is shown, has a key of
 * its own, and goes away only when the server has said what became of it: a lost line, a closed window or a restarted
 * server loses none and stores none twice.
 */
export type Vote = {
  reportId: number;
  answer: string;
  criterionId: string;
  note: string;
  alsoIds: string[];
  clientKey: string;
};
export type Waiting = Vote & { name: string; path: string; title: string };
export type Progress = { answered: number; left: number; text: string };
type Said = { clientKey: string; refused: { code: string; message: string } | null };

export type Listener = {
  changed(waiting: number): void;
  progressed(path: string, progress: Progress): void;
  refused(vote: Waiting, message: string): void;
  signedOut(): void;
};

const atOnce = 50;
const waits = [1000, 2000, 5000, 15_000, 30_000];

export function voteQueue(personId: number, listener: Listener) {
  const prefix = `underlag vote ${personId} `;
  let isSending = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** In the order in which they were given: names begin with the time. */
  function waiting(): Waiting[] {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .sort()
      .map((name) => ({ name, ...JSON.parse(localStorage.getItem(name) ?? '{}') }) as Waiting);
  }

  function add(path: string, title: string, vote: Omit<Vote, 'clientKey'>): Waiting {
    const clientKey = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    const time = String(Date.now()).padStart(15, '0');
    const name = `${prefix}${time} ${performance.now().toFixed(3).padStart(16, '0')}`;
    const kept = { ...vote, clientKey, path, title };
    localStorage.setItem(name, JSON.stringify(kept));
    listener.changed(waiting().length);
    void send();
    return { name, ...kept };
  }

  /** @returns false when it has gone already, or may have. */
  function takeBack(vote: Waiting): boolean {
    if (isSending || localStorage.getItem(vote.name) === null) return false;
    localStorage.removeItem(vote.name);
    listener.changed(waiting().length);
    return true;
  }

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    try {
      // One window at a time, so that the order is everybody's.
      await alone(async () => {
        for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) await sendBatch(batch);
      });
      failures = 0;
    } catch {
      timer = setTimeout(() => void send(), waits[Math.min(failures, waits.length - 1)]);
      failures += 1;
    } finally {
      isSending = false;
      listener.changed(waiting().length);
    }
  }

  /** The first ones that go to the same place. */
  function nextBatch(): Waiting[] {
    const all = waiting();
    const others = all.findIndex((vote) => vote.path !== all[0]?.path);
    return all.slice(0, Math.min(atOnce, others < 0 ? all.length : others));
  }

  async function sendBatch(batch: Waiting[]): Promise<void> {
    const [first] = batch;
    if (!first) return;
    const votes = batch.map(({ name: _name, path: _path, title: _title, ...vote }) => vote);
    const answer = await fetch(`${first.path}/votes.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ personId, votes }),
    });
    if (answer.status === 401) listener.signedOut();
    if (!answer.ok) throw new Error(String(answer.status));
    const { votes: said, progress } = (await answer.json()) as {
      votes: Said[];
      progress: Progress;
    };
    for (const vote of batch) {
      const result = said.find((one) => one.clientKey === vote.clientKey);
      if (!result) continue;
      localStorage.removeItem(vote.name);
      if (result.refused) listener.refused(vote, result.refused.message);
    }
    listener.changed(waiting().length);
    listener.progressed(first.path, progress);
  }

  addEventListener('online', () => void send());
  addEventListener('visibilitychange', () => void send());
  listener.changed(waiting().length);
  void send();
  return { add, takeBack, waiting };
}

const alone = (act: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request('underlag votes', act) : act();

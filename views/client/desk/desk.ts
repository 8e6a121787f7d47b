/** The desk with scripts: the next record is there at the key, and the answer follows by itself. */
import { type Fetched, recordsAhead } from './records.ts';
import { type Progress, voteQueue, type Waiting } from './vote-queue.ts';
import { openInPlace } from './why.ts';

/** A second press of a key so soon was meant for the record before. */
const tooSoon = 200;
const remembered = 50;

type Shown = Fetched & { vote?: Waiting };

export function startDesk(desk: HTMLElement, say: (text: string) => void): void {
  const { desk: path = '', person = '0' } = desk.dataset;
  const form = desk.querySelector<HTMLFormElement>('form[data-vote]');
  const history: Shown[] = [];
  const queue = voteQueue(Number(person), {
    changed: showPending,
    progressed: (where, progress) => where === path && showProgress(progress),
    refused: (vote, message) => {
      warn(`${desk.dataset.refused} ${message} `);
      linkTo(`${vote.path}?report=${vote.reportId}`, vote.title);
    },
    signedOut: () => warnSignIn(),
  });
  if (!form) return;
  let shownAt = -tooSoon;
  let isWaiting = false;
  let current: Shown = { ...firstRecord(form) };
  const records = recordsAhead(
    path,
    () => [current.id, ...queue.waiting().map((vote) => vote.reportId)],
    showProgress,
  );
  records.from(current.id);
  records.fill();
  readable(form);
  // Answered already, and not sent yet: the window was closed in between.
  if (queue.waiting().some((vote) => vote.path === path && vote.reportId === current.id)) goOn();

  form.addEventListener('submit', (event) => {
    const pressed = event.submitter as HTMLButtonElement | null;
    if (pressed?.name !== 'answer') return;
    // It has gone on: the server answers with what another answer takes back.
    if (form.matches('[data-by-form]')) return;
    event.preventDefault();
    answer(pressed.value);
  });
  desk.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.closest('[data-skip]')) {
      event.preventDefault();
      records.skip(current.id);
      goOn();
    } else if (target.closest('[data-undo]') && history.length > 0) {
      event.preventDefault();
      undo();
    }
  });
  desk.addEventListener('pointerover', leaveDocument);

  function answer(value: string): void {
    const fields = new FormData(form ?? undefined);
    const text = (name: string) => String(fields.get(name) ?? '');
    if (isWaiting || performance.now() - shownAt < tooSoon) {
      hint(isWaiting ? desk.dataset.onItsWay : desk.dataset.tooSoon);
      return;
    }
    const isMissing = value === 'exclude' && desk.dataset.desk?.endsWith('full_text');
    if (isMissing && text('criterionId') === '') {
      warn(desk.dataset.reasonRequired ?? '');
      form?.querySelector<HTMLInputElement>('input[name="criterionId"]')?.focus();
      return;
    }
    const alsoIds = value === 'exclude' ? fields.getAll('alsoIds').map(String) : [];
    const said = { reportId: current.id, answer: value, criterionId: text('criterionId') };
    const vote = queue.add(path, current.title, { ...said, note: text('note'), alsoIds });
    history.push({ ...current, vote });
    if (history.length > remembered) history.shift();
    desk.querySelector('[data-undo]')?.removeAttribute('hidden');
    goOn();
  }

  /** The answer before is taken back while it has not gone; afterwards a new one takes its place. */
  function undo(): void {
    const before = history.pop();
    if (!before) return;
    if (before.vote) queue.takeBack(before.vote);
    records.putBack(current);
    show(before);
  }

  function goOn(): void {
    const now = records.nextNow();
    if (now) {
      show(now);
      records.fill();
      return;
    }
    isWaiting = true;
    desk.setAttribute('aria-busy', 'true');
    records.next().then(
      (record) => {
        isWaiting = false;
        desk.removeAttribute('aria-busy');
        if (record) show(record);
        // Nothing is left: the page says why, once everything has been sent.
        else whenSent(() => location.assign(path));
      },
      () => setTimeout(goOn, 2000),
    );
  }

  function whenSent(act: () => void): void {
    if (queue.waiting().length === 0) act();
    else setTimeout(() => whenSent(act), 200);
  }

  function show(record: Shown): void {
    if (!form) return;
    current = record;
    form.removeAttribute('data-by-form');
    records.from(record.id);
    const place = form.querySelector('[data-records]');
    if (place) place.innerHTML = record.html;
    readable(form);
    resetForm(form, record);
    shownAt = performance.now();
    for (const gone of desk.querySelectorAll('.desk-notes > *')) gone.remove();
    hideWarning();
    hint('');
    document.title = document.title.replace(/^.*?(?= – )/, record.title || '–');
    const kept = document.activeElement?.id.startsWith('answer-') === true;
    if (!kept) place?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
    const main = desk.closest('main');
    scrollTo({ top: Math.min(scrollY, main?.offsetTop ?? 0) });
    say(record.title);
  }

  function showPending(waiting: number): void {
    const place = desk.querySelector<HTMLElement>('[data-pending]');
    if (!place) return;
    place.hidden = waiting === 0;
    place.textContent = (place.dataset.pending ?? '').replace('#', String(waiting));
  }

  function showProgress({ answered, left, text }: Progress): void {
    const words = desk.querySelector('[data-progress-text]');
    const bar = desk.querySelector('progress');
    if (words) words.textContent = text;
    if (!bar) return;
    bar.max = Math.max(1, answered + left);
    bar.value = answered;
  }

  function warn(text: string): void {
    const place = desk.querySelector<HTMLElement>('[data-failure]');
    if (!place) return;
    place.hidden = false;
    place.textContent = text;
  }

  /** Why a key did nothing, seen and heard. */
  function hint(text = ''): void {
    const place = desk.querySelector<HTMLElement>('[data-hint]');
    if (!place) return;
    place.hidden = text === '';
    place.textContent = text;
    if (text) say(text);
  }

  function hideWarning(): void {
    const place = desk.querySelector<HTMLElement>('[data-failure]');
    if (place && !place.querySelector('a')) place.hidden = true;
  }

  function warnSignIn(): void {
    warn('');
    linkTo(`/sign-in?next=${encodeURIComponent(path)}`, desk.dataset.signIn ?? '');
  }

  function linkTo(href: string, text: string): void {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text;
    desk.querySelector('[data-failure]')?.append(link);
  }
}

/** Where no PDF can be shown, or the document is none, its text stands beside the form instead of an empty frame. */
function readable(form: HTMLFormElement): void {
  const frames = form.querySelectorAll('iframe.desk-pdf');
  if (navigator.pdfViewerEnabled !== false && frames.length > 0) return;
  for (const frame of frames) frame.remove();
  const link = form.querySelector<HTMLAnchorElement>('a[data-document-text]');
  // Nobody asked for it: without a line, the desk stays where it is.
  if (link) void openInPlace(link);
}

/** Keys go to a document after a click in it; whoever points at the desk again means the desk. */
function leaveDocument(event: Event): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLIFrameElement) || event.target === focused) return;
  focused.blur();
  window.focus();
}

function firstRecord(form: HTMLFormElement): Fetched {
  const place = form.querySelector('[data-records]');
  const title = place?.querySelector('#report-title')?.textContent ?? '';
  const id = place?.querySelector<HTMLElement>('[data-record]')?.dataset.record ?? '0';
  return { id: Number(id), title, html: place?.innerHTML ?? '' };
}

/** Nothing that was written about one record may stay for the next. */
function resetForm(form: HTMLFormElement, record: Shown): void {
  const { vote } = record;
  const set = (name: string, value: string) => {
    const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (field) field.value = value;
  };
  set('reportId', String(record.id));
  set('next', String(record.id));
  set('clientKey', crypto.randomUUID?.() ?? String(Math.random()));
  set('note', vote?.note ?? '');
  for (const box of form.querySelectorAll<HTMLInputElement>('[name="alsoIds"]'))
    box.checked = vote?.alsoIds.includes(box.value) ?? false;
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name="criterionId"]'))
    radio.checked = radio.value === (vote?.criterionId ?? '');
}

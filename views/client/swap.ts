/**
 * Forms and links marked data-swap go in the background, and the answer's <main> takes the place of this one. One at a
 * time: until the answer is here, a second key or click does nothing.
 */
let isBusy = false;

const spoken = document.createElement('div');
spoken.className = 'visually-hidden';
spoken.setAttribute('role', 'status');
document.body.append(spoken);

/** For those who listen: what is on screen now. */
export const say = (text: string): void => {
  spoken.textContent = text;
};

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-swap]')) return;
  event.preventDefault();
  const fields = new FormData(form, event.submitter);
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  void swap(form.action, { method: 'POST', body });
});

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-swap]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  void swap(link.href);
});

async function swap(address: string, request: RequestInit = {}): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  document.querySelector('main')?.setAttribute('aria-busy', 'true');
  try {
    show(await fetch(address, request).then(readPage));
  } catch {
    sayNotSent();
  } finally {
    isBusy = false;
    document.querySelector('main')?.removeAttribute('aria-busy');
  }
}

type Page = { address: string; wasSentOn: boolean; page: Document };

async function readPage(answer: Response): Promise<Page> {
  // A refused form is a page too; a server that is down, or a gateway before it, has none of ours.
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.querySelector('main')) throw new Error(`No page: ${answer.status}`);
  return { address: answer.url, wasSentOn: answer.redirected, page };
}

function show({ address, wasSentOn, page }: Page): void {
  const focused = document.activeElement?.id ?? '';
  const main = page.querySelector('main');
  if (!main) return;
  // Sent on to another page than a desk (signed out meanwhile): that page has a frame of its own.
  if (wasSentOn && !main.querySelector('.desk')) {
    location.assign(address);
    return;
  }
  document.querySelector('main')?.replaceWith(main);
  document.title = page.title;
  const shown = new URL(address);
  shown.searchParams.delete('notice');
  history.replaceState(null, '', shown);
  keepFocus(main, focused);
  scrollTo({ top: Math.min(scrollY, main.offsetTop) });
  spoken.textContent = main.querySelector<HTMLElement>('[data-announce]')?.dataset.announce ?? '';
}

/** Whoever works with Tab stays on the same button; otherwise the new title is where one is. */
function keepFocus(main: HTMLElement, id: string): void {
  const same = id ? main.querySelector<HTMLElement>(`button#${CSS.escape(id)}`) : null;
  const problem = main.querySelector<HTMLElement>('[data-field] ~ * input');
  const target = problem ?? same ?? main.querySelector<HTMLElement>('[data-focus]');
  target?.focus({ preventScroll: problem === null });
}

function sayNotSent(): void {
  const failure = document.querySelector<HTMLElement>('[data-failure]');
  const words = document.querySelector<HTMLElement>('[data-not-sent]')?.dataset.notSent ?? '';
  if (!failure) return;
  failure.hidden = false;
  failure.textContent = words;
  failure.scrollIntoView({ block: 'nearest' });
}

/** Counts that others change follow while one looks: parts marked data-live are fetched anew with the page they stand in. */
const everyMs = 4000;

const parts = () => [...document.querySelectorAll<HTMLElement>('[data-live][id]')];

async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  // Signed out, or the server is starting anew: what is shown stays.
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of parts()) {
    const now = fresh.getElementById(part.id);
    // Nobody loses the place where they are.
    if (!now || part.contains(document.activeElement)) continue;
    if (now.innerHTML !== part.innerHTML) part.innerHTML = now.innerHTML;
  }
}

async function follow(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    // A window that nobody looks at asks for nothing.
    if (document.hidden) continue;
    await refresh().catch(() => undefined);
  }
}

if (parts().length > 0) void follow();

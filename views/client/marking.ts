/** What is marked in a text becomes the quotation of the form beside it, with its place; n and p turn the page. */
const page = document.querySelector<HTMLElement>('[data-marking]');
const quotation = document.querySelector<HTMLTextAreaElement>('[data-mark-text]');
const from = document.querySelector<HTMLInputElement>('[data-mark-from]');
const to = document.querySelector<HTMLInputElement>('[data-mark-to]');

/** Characters of the page before a point in it. */
function charactersBefore(place: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(place, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** One who marks and then changes the words by hand has marked nothing. */
quotation?.addEventListener('input', () => {
  if (from) from.value = '';
  if (to) to.value = '';
});

function takeSelection(): void {
  const selection = document.getSelection();
  if (!page || !quotation || !selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!page.contains(range.startContainer) || !page.contains(range.endContainer)) return;
  const marked = range.toString();
  if (marked.trim() === '') return;
  quotation.value = marked
    .replace(/\u00ad\s*/gu, '')
    .replace(/(?<=\p{Ll})[-\u2010]\r?\n(?=\p{Ll})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const start = charactersBefore(page, range.startContainer, range.startOffset);
  if (from) from.value = String(start);
  if (to) to.value = String(start + marked.length);
}

page?.addEventListener('mouseup', () => setTimeout(takeSelection));
page?.addEventListener('touchend', () => setTimeout(takeSelection));
page?.addEventListener('keyup', takeSelection);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (target.closest('textarea, select, [contenteditable], input:not([type="checkbox"])')) return;
  const named = `[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`;
  const pressed = document.querySelector<HTMLElement>(named);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
});

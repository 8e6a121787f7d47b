/** What every page can do with scripts. Nothing here is needed to use a page. */

// A notice has been read: a reload should not show it again.
const address = new URL(location.href);
if (address.searchParams.has('notice')) {
  address.searchParams.delete('notice');
  history.replaceState(null, '', address);
}

// On a narrow screen the sections of a review stand in one line that scrolls: it begins where one is.
const section = document.querySelector<HTMLElement>('.review-bar [aria-current]');
const line = section?.closest('nav');
if (line && section)
  line.scrollLeft = section.offsetLeft - (line.clientWidth - section.offsetWidth) / 2;

// Links and tokens that are shown once are ready to be copied.
document.addEventListener('focusin', (event) => {
  const { target } = event;
  const holdsText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (holdsText && target.readOnly) target.select();
});

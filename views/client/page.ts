/** What every page can do with scripts. Nothing here is needed to use a page. */

// A notice has been read: a reload should not show it again.
const address = new URL(location.href);
if (address.searchParams.has('notice')) {
  address.searchParams.delete('notice');
  history.replaceState(null, '', address);
}

// Links and tokens that are shown once are ready to be copied.
document.addEventListener('focusin', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.readOnly) event.target.select();
});

/** Shows how far an import or the reading of files is while one looks at it; the page says the same when it is loaded again. */
type Progress = { isActive: boolean; percent: number; text: string };

const place = document.querySelector<HTMLElement>('[data-progress]');
const address = place?.dataset.progress;
if (place && address) {
  const text = place.querySelector('[role="status"]');
  const bar = place.querySelector('progress');
  const events = new EventSource(address);
  events.addEventListener('message', (event) => {
    const progress = JSON.parse(String(event.data)) as Progress;
    if (text) text.textContent = progress.text;
    if (bar) bar.value = progress.percent;
    if (progress.isActive) return;
    events.close();
    // What was made is there now; nobody loses what they have chosen in a form meanwhile.
    if (!document.activeElement?.closest('form')) location.reload();
  });
}

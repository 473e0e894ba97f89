/** Asks again and again, slower while it fails, not at all while nobody looks. */

const SLOWEST = 60_000;

/**
 * @param work what is asked; true from it means that all went well.
 * @param every milliseconds between two questions while all goes well.
 * @param signal ends it.
 */
export function poll(work, every, signal) {
  let wait = every;
  let timer = 0;
  const next = () => { timer = setTimeout(ask, wait); };
  const ask = async () => {
    if (signal.aborted || document.hidden) return;
    const good = await work();
    wait = good ? every : Math.min(wait * 2, SLOWEST);
    if (!signal.aborted) next();
  };
  const shown = () => {
    clearTimeout(timer);
    if (!document.hidden) ask();
  };
  document.addEventListener('visibilitychange', shown, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  next();
}

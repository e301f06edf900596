/** Adds to a date how long ago that is now: the page itself has the same bytes on every day. */
for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-ago]')) {
  const days = Math.floor((Date.now() - Date.parse(time.dateTime)) / 86_400_000);
  if (!Number.isFinite(days) || days < 0) continue;
  const [amount, unit] =
    days < 60
      ? [days, 'day' as const]
      : days < 730
        ? [Math.floor(days / 30.44), 'month' as const]
        : [Math.floor(days / 365.25), 'year' as const];
  const words = new Intl.RelativeTimeFormat(time.dataset.ago, { numeric: 'auto' }).format(-amount, unit);
  time.append(` (${words})`);
}

/** Adds to the date of an expected edition by how many days it is late now. */
for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-late]')) {
  const days = Math.floor((Date.now() - Date.parse(time.dateTime)) / 86_400_000);
  if (!Number.isFinite(days) || days < 1) continue;
  const words = days === 1 ? time.dataset.lateOne : time.dataset.late?.replace('{days}', String(days));
  time.append(`, ${words}`);
}

export {};

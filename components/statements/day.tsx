const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A bank's local day, YYYY-MM-DD, as people read it: "14 Mar 2026". It has no time and no zone. */
export function Day({ day }: { readonly day: string }) {
  const [year, month, date] = day.split('-').map(Number);
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums">
      {`${date} ${MONTHS[Number(month) - 1]} ${year}`}
    </time>
  );
}

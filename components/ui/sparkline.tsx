type Props = {
  readonly values: readonly number[];
  /** What a screen reader and a hovering pointer are told. */
  readonly label: string;
  readonly className?: string;
};

const HEIGHT = 22;
const STEP = 5;

/** Counts as tiny bars; a zero keeps a hairline so that silence is seen. */
export function Sparkline({ values, label, className }: Props) {
  const highest = Math.max(...values, 1);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`}
      width={values.length * STEP}
      height={HEIGHT}
      className={className}
      preserveAspectRatio="none"
    >
      <title>{label}</title>
      {values.map((value, i) => {
        const height = value === 0 ? 1 : Math.max(2.5, (value / highest) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
            key={i}
            x={i * STEP}
            y={HEIGHT - height}
            width={STEP - 1.5}
            height={height}
            rx={0.75}
            className={value === 0 ? 'fill-line-strong' : 'fill-accent'}
          />
        );
      })}
    </svg>
  );
}

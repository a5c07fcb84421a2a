const everyPercent = 25;

interface TaskProgressProps {
  /** What goes on. */
  doing: string;
  /** How far it is, in figures. */
  figures: string;
  percent: number;
  /** The same, said aloud at each quarter and not at each look. */
  announce: (percent: number) => string;
}

/** How far work is that goes on beside; without JavaScript the page comes again by itself. */
export function TaskProgress({ doing, figures, percent, announce }: TaskProgressProps) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p id="stand">
        <strong>{doing}</strong>
        <span className="wk-below wk-figures">{figures}</span>
      </p>
      <progress className="wk-task__bar" aria-labelledby="stand" max={100} value={percent} />
      <p role="status" className="wk-visually-hidden">
        {announce(percent - (percent % everyPercent))}
      </p>
    </>
  );
}

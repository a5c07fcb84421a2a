interface QrCodeProps {
  /** What it is, for who does not see it. */
  label: string;
  /** The code as one path on a square of `size` modules. */
  size: number;
  path: string;
}

const MARGIN = 4;

/** A code to scan with a phone. */
export function QrCode({ label, size, path }: QrCodeProps) {
  const side = size + 2 * MARGIN;
  return (
    <svg
      className="wk-qr"
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`}
      width="240"
      height="240"
      shapeRendering="crispEdges"
    >
      <rect x={-MARGIN} y={-MARGIN} width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

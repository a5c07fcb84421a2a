import { type ReactNode } from 'react';

/** Line drawings of the four steps; they repeat the words beside them and are therefore silent. */
function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg
      className="wk-drawing"
      viewBox="0 0 136 112"
      width="136"
      height="112"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <ellipse className="wk-drawing__wash" cx="68" cy="62" rx="62" ry="44" stroke="none" />
      {children}
    </svg>
  );
}

/** A bench under a tree, with a bright idea above it. */
export function IdeaDrawing() {
  return (
    <Drawing>
      <path d="M14 100h108" />
      <path d="M98 100V66M98 82l9-8" />
      <path
        className="wk-drawing__paper"
        d="M98 70c-15 0-22-9-20-19 1-7 7-11 12-12 3-9 16-9 20 0 7 1 12 7 11 14 0 10-9 17-23 17Z"
      />
      <path className="wk-drawing__paper" d="M20 74h46v7H20zM20 62h46v7H20z" />
      <path d="M26 81v19M60 81v19M26 62v19M60 62v19" />
      <path className="wk-drawing__paper" d="M37 40c-6-4-9-9-9-15a15 15 0 0 1 30 0c0 6-3 11-9 15v5H37Z" />
      <path d="M38 50h10M43 32v8M39 28l4 4 4-4" />
      <path d="M43 4V1M22 11l-3-2M64 11l3-2M18 28h-3M68 28h3" stroke="currentColor" />
      <circle className="wk-drawing__accent" cx="43" cy="24" r="3.5" />
    </Drawing>
  );
}

/** Three neighbours, one of them speaks up. */
export function SupportDrawing() {
  return (
    <Drawing>
      <path d="M14 100h108" />
      <path className="wk-drawing__paper" d="M18 100V86a16 16 0 0 1 32 0v14M86 100V86a16 16 0 0 1 32 0v14" />
      <circle className="wk-drawing__paper" cx="34" cy="58" r="10" />
      <circle className="wk-drawing__paper" cx="102" cy="58" r="10" />
      <path className="wk-drawing__paper" d="M48 100V80a20 20 0 0 1 40 0v20" />
      <circle className="wk-drawing__paper" cx="68" cy="46" r="12" />
      <path
        className="wk-drawing__paper"
        d="M82 6h36a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6h-22l-9 8v-8h-5a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6Z"
      />
      <path
        className="wk-drawing__accent"
        d="M100 29c-9-6-11-9-11-13a5.600 5.600 0 0 1 11-2 5.600 5.600 0 0 1 11 2c0 4-2 7-11 13Z"
      />
    </Drawing>
  );
}

/** The buurtraad round its table, a hand with a card in the air. */
export function DecideDrawing() {
  return (
    <Drawing>
      <circle className="wk-drawing__paper" cx="40" cy="40" r="9" />
      <circle className="wk-drawing__paper" cx="68" cy="36" r="9" />
      <circle className="wk-drawing__paper" cx="96" cy="40" r="9" />
      <path
        className="wk-drawing__paper"
        d="M26 66v-2a14 14 0 0 1 28 0v6M54 64v-4a14 14 0 0 1 28 0v8M82 66v-2a14 14 0 0 1 28 0v2"
      />
      <path d="M108 58l8-20" />
      <path className="wk-drawing__accent" d="M109 14l18 5-5 20-18-5Z" />
      <path d="m111.500 26 3.500 4.500 6-6" className="wk-drawing__mark" />
      <ellipse className="wk-drawing__paper" cx="68" cy="76" rx="50" ry="14" />
      <path d="M44 89l-6 19M92 89l6 19M68 90v18" />
      <path d="M52 73l12-3 6 4-12 3ZM82 76h14" />
    </Drawing>
  );
}

/** Coins go into the neighbourhood's box, and a young tree grows out of it. */
export function MoneyDrawing() {
  return (
    <Drawing>
      <path d="M14 100h108" />
      <path className="wk-drawing__paper" d="M34 66h68v34H34z" />
      <path className="wk-drawing__paper" d="M28 54h80v12H28z" />
      <path d="M56 60h24" strokeWidth="4" />
      <path d="M50 100V86a6 6 0 0 1 12 0v14M74 80h16v12H74zM82 80v12M74 86h16" />
      <circle className="wk-drawing__accent" cx="68" cy="28" r="15" />
      <path d="M74 22.500a8 8 0 1 0 0 11M58 26h9M58 30.500h9" className="wk-drawing__mark" />
      <path d="M40 30v12M96 30v12M48 14v6M88 14v6" />
    </Drawing>
  );
}

/** Two gables and the coin that falls between them: the neighbourhood's treasury. */
export function Mark() {
  return (
    <svg className="wk-mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path className="wk-mark__houses" d="M3 37V21L11.5 12 20 20.5 28.5 12 37 21v16Z" />
      <path className="wk-mark__doors" d="M9 37v-8h5v8ZM26 37v-8h5v8Z" />
      <circle className="wk-mark__coin" cx="20" cy="8" r="5.5" />
    </svg>
  );
}

interface WordmarkProps {
  href: string;
  /** The gemeente, under the name. */
  place?: string;
  /** Where the gemeente's logo is found; it stands in the place of ours. */
  logo?: string;
}

export function Wordmark({ href, place, logo }: WordmarkProps) {
  return (
    <a className="wk-wordmark" href={href}>
      {logo ? <img className="wk-logo" src={logo} alt="" /> : <Mark />}
      <span>
        <span className="wk-wordmark__name">Wijkkas</span>
        {place ? <span className="wk-wordmark__place"> {place}</span> : null}
      </span>
    </a>
  );
}

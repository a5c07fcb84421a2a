import { useTranslation } from 'react-i18next';

interface YearChoiceProps {
  year: number;
  years: readonly number[];
  /** The page's own address, without the year. */
  path: string;
}

/** Links to the same page for another budget year; nothing when there is only one. */
export function YearChoice({ year, years, path }: YearChoiceProps) {
  const { t } = useTranslation();
  if (years.length < 2) return null;
  return (
    <nav aria-label={t('ledger.year.label')}>
      <ul className="wk-years">
        {years.map((each) => (
          <li key={each}>
            {each === year ? (
              <strong aria-current="true">{each}</strong>
            ) : (
              <a href={`${path}?jaar=${each}`}>{each}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import { type FoundAreas } from '~/domain/area/reading';
import { Notices } from '~/ui/notices';
import { useLocale } from '~/ui/locale';
import { formatList } from '~/ui/number-format';

/** What reading a file would do, each area by its name. */
export function Found({ found, year }: { found: FoundAreas; year: number }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { kind, gemeente, names, notices } = found;
  return (
    <>
      <p>{t(`area.read.${kind}.found`, { gemeente, year })}</p>
      <ul>
        {(['created', 'changed', 'unchanged'] as const).map((each) => (
          <li key={each}>
            {t(`area.read.${kind}.${each}`, { count: names[each].length })}
            {names[each].length > 0 ? (
              <span className="wk-below wk-soft">{formatList(names[each], locale)}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <Notices notices={notices} />
      <p>{t(`area.read.${kind}.after`)}</p>
    </>
  );
}

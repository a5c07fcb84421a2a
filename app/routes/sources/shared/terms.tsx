import { useTranslation } from 'react-i18next';
import { useLocale } from '~/ui/locale';
import { purposeText, rolloverText, type AgreedTerms } from './terms-text';

/** What was agreed about the money of a source. */
export function SourceTermsFacts({ terms }: { terms: AgreedTerms }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const items = [
    [t('source.terms.use'), purposeText(terms, t, locale)],
    [t('source.terms.rest'), rolloverText(terms, t)],
  ] as const;
  return (
    <dl className="wk-source-terms">
      {items.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

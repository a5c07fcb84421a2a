import { useTranslation } from 'react-i18next';
import { useLocale } from '~/ui/locale';
import { purposeInWords, restInWords, type TermsToTell } from './words';

/** What was agreed about the money of a source. */
export function SourceTermsFacts({ terms }: { terms: TermsToTell }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const items = [
    [t('source.terms.use'), purposeInWords(terms, t, locale)],
    [t('source.terms.rest'), restInWords(terms, t)],
  ] as const;
  return (
    <dl className="wk-source-terms">
      {items.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

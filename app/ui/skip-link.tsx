import { useTranslation } from 'react-i18next';

/** The id of `main` in every frame. */
export const mainId = 'inhoud';

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href={`#${mainId}`}>
      {t('ui.frame.skip')}
    </a>
  );
}

import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';

/** Says so to who sent a form that nobody looked at, because first something else had to be done. */
export function Unsent() {
  const { t } = useTranslation();
  const [asked] = useSearchParams();
  return asked.has('nietVerstuurd') ? (
    <Alert tone="waiting" role="status">
      <p>{t('people.unsent')}</p>
    </Alert>
  ) : null;
}

/** The way back in the address of this page, for another door to the same place. */
export function useBack(door: string): string {
  const [asked] = useSearchParams();
  return asked.size === 0 ? door : `${door}?${asked.toString()}`;
}

import { useTranslation } from 'react-i18next';
import { type Search } from './find.server';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { formatList } from '~/ui/number-format';
import { paths } from '~/paths';

interface FindWijkProps {
  /** What was typed that did not lead to one wijk, if anything. */
  search: Search | null;
  example: string;
}

/**
 * The postcode field of the home page, and the house number where the postcode lies in several wijken; sent as a plain
 * address, so that it works without JavaScript.
 */
export function FindWijk({ search, example }: FindWijkProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const wijken = search?.wijken ?? [];
  const names = formatList(
    wijken.map(({ name }) => name),
    locale,
  );
  const refusal = search && {
    letters: t('area.home.letters', { wijken: names }),
    none: t('area.home.unknown'),
  };
  return (
    <form method="get" action="/" className="wk-postcode">
      <TextField
        name="postcode"
        label={t('area.home.postcode')}
        help={t('area.home.postcodeHelp', { example })}
        error={search?.ask === 'number' ? undefined : refusal?.[search?.ask ?? 'none']}
        defaultValue={search?.postcode ?? ''}
        autoComplete="postal-code"
        maxLength={10}
        required
      />
      {search?.ask === 'number' ? (
        <TextField
          name="huisnummer"
          label={t('area.home.number')}
          help={t('area.home.several', { wijken: names })}
          error={search.number === null ? undefined : t('area.home.numberUnknown')}
          defaultValue={search.number ?? ''}
          width="short"
          maxLength={10}
          required
        />
      ) : null}
      <Button look="secondary">{t('area.home.find')}</Button>
      {wijken.length > 0 ? (
        <p className="wk-cluster wk-postcode__wijken">
          <span>{t('area.home.or')}</span>
          {wijken.map(({ slug, name }) => (
            <Link key={slug} href={paths.area.wijk(slug)}>
              {name}
            </Link>
          ))}
        </p>
      ) : null}
    </form>
  );
}

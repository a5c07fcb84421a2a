import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Pagination } from '~/ui/pagination';
import { type Paged } from '~/domain/paging';
import { paths } from '~/paths';

interface Refused {
  id: string;
  body: string;
  reason: string | null;
  initiative: { number: number; title: string };
}

/** Comments that the moderator did not publish, each with the reason. */
export function RefusedComments({ comments }: { comments: Paged<Refused> }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="niet-geplaatst">
      <Heading level={2} id="niet-geplaatst">
        {t('people.me.refused')}
      </Heading>
      <ul className="wk-plain-list wk-stack--wide">
        {comments.rows.map(({ id, body, reason, initiative }) => (
          <li key={id} className="wk-letter wk-stack--close">
            <p className="wk-prose--written">{body}</p>
            <p>{t('people.me.refusedWhy', { reason })}</p>
            <p>
              <Link href={paths.initiative.show(initiative.number)}>
                {t('people.me.refusedAt', { title: initiative.title })}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      <Pagination list={comments} what={t('people.me.refused')} name="geweigerd" anchor="niet-geplaatst" />
    </section>
  );
}

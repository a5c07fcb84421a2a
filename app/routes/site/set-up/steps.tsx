import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Tag } from '~/ui/tag';
import { type SetUpStep } from '~/domain/area/readiness';
import { paths } from '~/paths';

/** Where each step is taken, now and later. */
const pages = {
  gemeente: paths.site.gemeente,
  areas: paths.area.manage,
  postcodes: paths.area.postcodes,
  schemes: paths.initiative.schemes,
  letters: paths.people.homeLetters,
  councils: paths.council.adminList,
  money: paths.sources.list,
  people: paths.people.roster,
} satisfies Record<SetUpStep, string>;

interface StepListProps {
  steps: readonly { name: SetUpStep; isDone: boolean; notes: readonly string[] }[];
  gemeente: string | null;
  contact: string;
}

/** The steps of setting up a gemeente: what each is for, whether it is done, and the page where it is done. */
export function StepList({ steps, gemeente, contact }: StepListProps) {
  const { t } = useTranslation();
  return (
    <ol className="wk-stack wk-stack--wide">
      {steps.map(({ name, isDone, notes }) => (
        <li key={name} className="wk-stack">
          <Heading level={2}>{t(`admin.setUp.step.${name}.title`)}</Heading>
          <p>
            <Tag tone={isDone ? 'good' : 'waiting'}>
              {t(isDone ? 'admin.setUp.done' : 'admin.setUp.waits')}
            </Tag>
          </p>
          <p>{t(`admin.setUp.step.${name}.text`, { gemeente: gemeente ?? '…', contact })}</p>
          {notes.map((note) => (
            <p key={note}>
              <strong>{note}</strong>
            </p>
          ))}
          <p>
            <Link href={pages[name]}>{t(`admin.setUp.step.${name}.link`)}</Link>
          </p>
        </li>
      ))}
    </ol>
  );
}

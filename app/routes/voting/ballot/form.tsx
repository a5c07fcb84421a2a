import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { Link } from '~/ui/link';
import { type RuleName, usualRule } from '~/domain/voting/rule-names';
import { ballotHref } from '../shared/project-query';
import { useRoundTexts } from '../shared/round-texts';
import { paths } from '~/paths';

interface BallotFormProps {
  round: { number: number; voters: number };
  rule: RuleName;
  asked: { typed: string; number: number | null; wrong: boolean };
}

/** Chooses a ballot; the address keeps it. */
export function BallotForm({ round, rule, asked: { typed, number, wrong } }: BallotFormProps) {
  const { t } = useTranslation();
  const texts = useRoundTexts('EUR');
  const voters = texts.number(round.voters);
  return (
    <>
      <form
        className="wk-ballot-form wk-no-print"
        method="get"
        action={paths.voting.ballot(round.number)}
        noValidate
      >
        {rule === usualRule ? null : <input type="hidden" name="regel" value={rule} />}
        <TextField
          name="nummer"
          label={t('project.ballot.label')}
          help={t('project.ballot.help', { voters })}
          error={wrong ? t('project.ballot.wrong', { voters }) : undefined}
          defaultValue={typed}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          width="short"
          required
        />
        <Button>{t('project.ballot.submit')}</Button>
      </form>
      {number === null ? (
        <p className="wk-no-print">
          <Link href={ballotHref(round.number, 1, rule)}>{t('project.ballot.example', { number: 1 })}</Link>
        </p>
      ) : null}
    </>
  );
}

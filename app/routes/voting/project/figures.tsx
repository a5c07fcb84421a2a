import { type Cents } from '~/domain/money/cents';
import { type Payers } from '~/domain/voting/reasons';
import { ProjectMoney, type ProjectMoneyProps } from './money';
import { ProjectPayers } from './payers';
import { ProjectSupport } from './support';

interface ProjectFiguresProps {
  project: ProjectMoneyProps['project'];
  /** Where equal shares chose it: who paid, and what one vote or point cost. */
  paid: { payers: Payers; payment: Cents } | null;
  round: { number: number; language?: string };
  counting: ProjectMoneyProps['counting'];
}

/** What equal shares tell of a project: its support, and who paid it or where their money went instead. */
export function ProjectFigures({
  project,
  paid,
  round: { number, language },
  counting,
}: ProjectFiguresProps) {
  const { supportPercent, wentTo, left } = project;
  return (
    <>
      {supportPercent === null ? null : <ProjectSupport percent={supportPercent} paid={paid !== null} />}
      {paid ? <ProjectPayers {...paid} pointed={counting.pointed} currency={counting.currency} /> : null}
      {left !== null || wentTo.length > 0 ? (
        <ProjectMoney project={project} number={number} counting={counting} language={language} />
      ) : null}
    </>
  );
}

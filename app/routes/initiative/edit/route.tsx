import { redirect } from '@remix-run/node';
import { Form as SavingForm, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AskedAlong } from '~/routes/initiative/shared/asked-along';
import { ShowHomeFirst } from '~/routes/initiative/shared/show-home-first';
import { WaitingAlong } from '~/routes/initiative/shared/waiting-along';
import { labelOf } from './labels';
import { steps } from './draft';
import { errorsIn } from '~/ui/form-errors';
import { BudgetStep } from './budget';
import { IdeaStep } from './idea';
import { Review } from './review';
import { StoryStep } from './story';
import { TogetherStep } from './together';
import { WhenStep } from './when';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Form } from '~/ui/form';
import { Link } from '~/ui/link';
import { RuleList } from '~/ui/scheme-rules';
import { StepHeader } from '~/ui/step-header';
import { answerOr } from '~/http/errors.server';
import { stepForms } from './form.server';
import { act, page } from '~/http/route.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { concept, freshWarnings, isWarningIn, savedNow, stepIn } from './view.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { useAutosave } from './use-autosave';
import { paths } from '~/paths';

export const handle = { access: { read: 'initiative.editOwn', write: 'initiative.editOwn' }, runs: true };

export const loader = page('initiative.editOwn', async (visit) => {
  const step = stepIn(visit);
  const found = await concept(visit);
  if (found.view.state !== 'draft') throw redirect(paths.initiative.show(found.view.number));
  const shown = found.warnings.filter((warning) => isWarningIn(step, warning));
  return { step, ...found, shown, title: visit.t(`concept.steps.${step}`) };
});

export const action = act('initiative.editOwn', stepForms, async (visit, typed) => {
  const number = numberIn(visit);
  const step = stepIn(visit);
  if (step === 'controleren') {
    await publishInitiative(visit.context, number);
    return redirect(paths.initiative.show(number), 303);
  }
  await saveInitiative(visit.context, number, await typed(step));
  if (visit.url.searchParams.has('autosave')) return savedNow(visit);
  const hasWarning = await answerOr(freshWarnings(visit, step), false);
  const next = hasWarning ? step : (steps[steps.indexOf(step) + 1] ?? step);
  return redirect(paths.initiative.edit(number, next), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

const formId = 'stap';

export default function EditPage() {
  const { step, view, warnings, needed, asked, told, unproven } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  const review = step === 'controleren';
  const index = steps.indexOf(step);
  const back =
    index === 0 ? paths.initiative.start : paths.initiative.edit(view.number, steps[index - 1] ?? step);
  const errors = errorsIn(result, (name) => labelOf(name, t));
  return (
    <div className={review ? 'wk-page' : 'wk-page wk-page--narrow'}>
      <ErrorSummary errors={review ? errors.map(({ message }) => ({ message })) : errors} />
      <StepHeader step={index + 1} total={steps.length} title={t(`concept.steps.${step}`)} backHref={back} />
      {unproven && (review || index === 0) ? <ShowHomeFirst /> : null}
      {review ? (
        <>
          <Review view={view} warnings={warnings} needed={needed} />
          <WaitingAlong people={asked} submits={needed === 0} />
          <Form reloadDocument>
            <Button>{t(needed > 0 ? 'concept.review.publish' : 'concept.review.submit')}</Button>
          </Form>
        </>
      ) : (
        <>
          {step === 'samen' ? <AskedAlong number={view.number} people={asked} /> : null}
          <StepForm key={step} />
        </>
      )}
      {told.length > 0 ? (
        <details className="wk-details">
          <summary>{t('scheme.shown.all')}</summary>
          <RuleList rules={told.filter(({ silent }) => !silent)} />
        </details>
      ) : null}
      <p className="wk-small">
        <Link href={paths.initiative.withdraw(view.number)}>{t('concept.form.stop')}</Link>
      </p>
    </div>
  );
}

function StepForm() {
  const { step, shown } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { onInput, savedAt } = useAutosave();
  const seen = new URLSearchParams({ gezien: shown.map(({ code }) => code).join(' ') });
  return (
    <SavingForm
      id={formId}
      method="post"
      action={`?${seen.toString()}`}
      onInput={step === 'samen' ? undefined : onInput}
      noValidate
      preventScrollReset
    >
      {/* What Enter presses: without it, that would be the first button that takes a row away. */}
      <button className="wk-visually-hidden" tabIndex={-1} aria-hidden="true" />
      <StepFields />
      <div className="wk-save">
        <Button>{t('concept.form.save')}</Button>
        <p className="wk-soft wk-small" role="status">
          {savedAt ? t('concept.form.savedAt', { time: savedAt }) : t('concept.form.savedHint')}
        </p>
      </div>
    </SavingForm>
  );
}

function StepFields() {
  const { step, draft, rules, told, shown, themes } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const props = { formId, draft, rules, told, warnings: shown, result };
  if (step === 'idee') return <IdeaStep {...props} themes={themes} />;
  if (step === 'verhaal') return <StoryStep {...props} />;
  if (step === 'wanneer') return <WhenStep {...props} />;
  if (step === 'begroting') return <BudgetStep {...props} />;
  return <TogetherStep {...props} />;
}

import { type RuleInWords } from '~/domain/initiative/scheme-words';
import { type Result } from '~/ui/form-errors';
import { type Draft, type DraftRules, type Warning } from './draft';

export interface StepProps {
  /** The id of the form around the fields. */
  formId: string;
  draft: Draft;
  /** Undefined while the wijk has no fund. */
  rules: DraftRules | undefined;
  /** All of them in words; none while the wijk has no fund. */
  told: readonly RuleInWords[];
  warnings: readonly Warning[];
  /** The answer to what was sent, when it was refused or only asked for another row. */
  result: Result;
}

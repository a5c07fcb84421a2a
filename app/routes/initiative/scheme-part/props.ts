import { type FieldBase } from '~/ui/field-frame';
import { type Result } from '~/ui/form-errors';
import { type TypedTerms } from '../shared/scheme-terms.server';

type Texts = { [Name in keyof TypedTerms]: TypedTerms[Name] extends string ? Name : never };
/** A field that holds one text. */
export type TextName = Texts[keyof TypedTerms];

export interface PartProps {
  /** The id of the form around the fields. */
  formId: string;
  typed: TypedTerms;
  result: Result;
  /** What such a field has; `optional` when it may stay empty. */
  field: (name: TextName, optional?: 'optional') => FieldBase & { label: string; defaultValue: string };
}

import { z } from 'zod';
import { cbsLevel } from '~/domain/area/cbs';
import { text } from '~/http/fields.server';

const codes = z
  .array(z.string({ error: 'choiceInvalid' }).refine((typed) => cbsLevel(typed) !== null, 'choiceInvalid'))
  .default([]);

/** What a wijk is split by: the name of the new one, its buurten, and what the wijk consisted of when it was looked at. */
export const splitForm = z.object({ name: text(80), buurten: codes, was: codes });

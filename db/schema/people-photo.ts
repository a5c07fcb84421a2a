import { sql } from 'drizzle-orm';
import { check, index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { mostMemberPhotoBytes } from '~/domain/people/photo';
import { bytes, instant, sha256 } from './columns';
import { person } from './people';

/** The photo that a member of a council shows, already made anew; gone for good when they take it away or their account ends. */
export const personPhoto = pgTable(
  'person_photo',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => person.id),
    hash: sha256('hash').notNull(),
    content: bytes('content').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    index('person_photo_hash_at').on(t.hash),
    check('person_photo_hash', sql`${t.hash} = encode(sha256(${t.content}), 'hex')`),
    check(
      'person_photo_bytes',
      sql`octet_length(${t.content}) between 1 and ${sql.raw(String(mostMemberPhotoBytes))}`,
    ),
  ],
);

-- Wijken that were joined before this was written down: their ground is composed by another now.
UPDATE area SET joined_into = heir.area_id
  FROM (SELECT DISTINCT ON (own.area_id) own.area_id AS ended_id, own.until, part.area_id
    FROM area_cbs own JOIN area_cbs part USING (code, year)
    WHERE own.until IS NOT NULL AND part.until IS NULL AND part.area_id <> own.area_id
    ORDER BY own.area_id, part.area_id) heir
  WHERE area.id = heir.ended_id AND area.valid_to = heir.until;

-- A vote at title and abstract changes one part of a publication's path. The view works out all of them, from every
-- record and every attempt; here that one part is replaced. Where there is no path yet, at full text, and when a
-- standing goes, the path is worked out whole, as before.
DROP TRIGGER `flow_follows_standing_insert`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_standing_update`;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_first_standing_insert` AFTER INSERT ON `standing`
WHEN new.stage = 'title_abstract'
BEGIN
  -- A class is `found by|removed as|title and abstract|full text|...`: what stands between its second and third bar.
  UPDATE flow_path SET class = path.class FROM (
    SELECT substr(whole, 1, cut) || new.state || substr(whole, cut + instr(substr(whole, cut + 1), '|')) AS class
    FROM (SELECT class AS whole, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|') AS cut
      FROM flow_path WHERE root_id = new.report_id)) AS path
  WHERE flow_path.root_id = new.report_id AND flow_path.class <> path.class;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_first_standing_update` AFTER UPDATE ON `standing`
WHEN new.stage = 'title_abstract'
BEGIN
  -- A class is `found by|removed as|title and abstract|full text|...`: what stands between its second and third bar.
  UPDATE flow_path SET class = path.class FROM (
    SELECT substr(whole, 1, cut) || new.state || substr(whole, cut + instr(substr(whole, cut + 1), '|')) AS class
    FROM (SELECT class AS whole, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|') AS cut
      FROM flow_path WHERE root_id = new.report_id)) AS path
  WHERE flow_path.root_id = new.report_id AND flow_path.class <> path.class;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_standing_insert` AFTER INSERT ON `standing`
WHEN new.stage <> 'title_abstract' OR NOT EXISTS (SELECT 1 FROM flow_path WHERE root_id = new.report_id)
BEGIN
  DELETE FROM flow_path WHERE root_id = new.report_id
    AND NOT EXISTS (SELECT 1 FROM report WHERE id = new.report_id AND root_id = new.report_id AND withdrawn_at IS NULL);
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now WHERE root_id = new.report_id
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_standing_update` AFTER UPDATE ON `standing`
WHEN new.stage <> 'title_abstract' OR NOT EXISTS (SELECT 1 FROM flow_path WHERE root_id = new.report_id)
BEGIN
  DELETE FROM flow_path WHERE root_id = new.report_id
    AND NOT EXISTS (SELECT 1 FROM report WHERE id = new.report_id AND root_id = new.report_id AND withdrawn_at IS NULL);
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now WHERE root_id = new.report_id
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
END;

-- Triggers that run with every vote, the same with less work: a standing's part of the path is replaced where it stands
-- (`UPDATE ... FROM` makes a table for its one row each time), and where nothing was removed no cluster is looked up.
-- A class is `found by|removed as|title and abstract|full text|...`: what stands between its second and third bar.
DROP TRIGGER `flow_follows_first_standing_insert`;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_first_standing_insert` AFTER INSERT ON `standing`
WHEN new.stage = 'title_abstract'
BEGIN
  UPDATE flow_path SET class = substr(class, 1, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|'))
    || new.state
    || substr(class, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|')
      + instr(substr(class, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|') + 1), '|'))
  WHERE root_id = new.report_id
    AND substr(class, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|') + 1, length(new.state) + 1)
      <> new.state || '|';
END;
--> statement-breakpoint
DROP TRIGGER `flow_follows_first_standing_update`;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_first_standing_update` AFTER UPDATE ON `standing`
WHEN new.stage = 'title_abstract' AND old.state <> new.state
BEGIN
  UPDATE flow_path SET class = substr(class, 1, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|'))
    || new.state
    || substr(class, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|')
      + instr(substr(class, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|') + 1), '|'))
  WHERE root_id = new.report_id
    AND substr(class, instr(class, '|') + instr(substr(class, instr(class, '|') + 1), '|') + 1, length(new.state) + 1)
      <> new.state || '|';
END;
--> statement-breakpoint
DROP TRIGGER `flow_follows_vote_on_removed`;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_vote_on_removed` AFTER INSERT ON `vote`
WHEN EXISTS (SELECT 1 FROM removal)
  AND EXISTS (SELECT 1 FROM removal JOIN report AS member ON member.id = removal.report_id
    WHERE member.root_id = (SELECT root_id FROM report WHERE id = new.report_id))
BEGIN
  DELETE FROM flow_path WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id)
    AND NOT EXISTS (SELECT 1 FROM report WHERE id = (SELECT root_id FROM report WHERE id = new.report_id) AND root_id = (SELECT root_id FROM report WHERE id = new.report_id) AND withdrawn_at IS NULL);
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id)
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
END;

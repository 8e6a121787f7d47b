-- How far each report has got, from the rows themselves. `flow_path` holds exactly this, kept so by the triggers below.
CREATE VIEW `flow_path_now` AS
SELECT root.id AS root_id, root.review_id AS review_id,
  (SELECT record.id FROM report AS member
    JOIN record ON record.report_id = member.id
    JOIN import_batch ON import_batch.id = record.import_id
    WHERE member.root_id = root.id AND member.withdrawn_at IS NULL
      AND import_batch.search_run_id IS NOT NULL
    ORDER BY record.import_id, record.position LIMIT 1) AS record_id,
  root.study_id AS study_id,
  -- The searches that found it, in the order of import; one that found it twice stands twice.
  coalesce((SELECT group_concat(import_batch.search_run_id, ',' ORDER BY record.import_id, record.position)
    FROM report AS member
    JOIN record ON record.report_id = member.id
    JOIN import_batch ON import_batch.id = record.import_id
    WHERE member.root_id = root.id AND member.withdrawn_at IS NULL
      AND import_batch.search_run_id IS NOT NULL), '')
  || '|' ||
  -- A vote outweighs a removal: what was screened was not removed before screening.
  coalesce((SELECT removal.kind FROM removal
    JOIN report AS member ON member.id = removal.report_id
    WHERE member.root_id = root.id AND removal.undone_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM vote JOIN report AS judged ON judged.id = vote.report_id
        WHERE judged.root_id = root.id AND vote.stage = 'title_abstract')
      AND NOT EXISTS (SELECT 1 FROM adjudication JOIN report AS judged ON judged.id = adjudication.report_id
        WHERE judged.root_id = root.id AND adjudication.stage = 'title_abstract')
    ORDER BY removal.id LIMIT 1), '')
  || '|' || coalesce((SELECT state FROM standing WHERE report_id = root.id AND stage = 'title_abstract'), 'unscreened')
  || '|' || coalesce((SELECT state FROM standing WHERE report_id = root.id AND stage = 'full_text'), 'unscreened')
  || '|' || coalesce((SELECT retrieval.outcome FROM retrieval
    JOIN report AS member ON member.id = retrieval.report_id
    WHERE member.root_id = root.id ORDER BY retrieval.id DESC LIMIT 1), '')
  || '|' || coalesce((SELECT criterion_id FROM standing WHERE report_id = root.id AND stage = 'full_text'), '')
  || '|' || (root.study_id IS NOT NULL) AS class
FROM report AS root
WHERE root.root_id = root.id AND root.withdrawn_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_report` AFTER UPDATE OF `root_id`, `withdrawn_at`, `study_id` ON `report`
WHEN old.root_id IS NOT new.root_id OR old.withdrawn_at IS NOT new.withdrawn_at OR old.study_id IS NOT new.study_id
BEGIN
  DELETE FROM flow_path WHERE root_id = old.root_id;
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = old.root_id;
  DELETE FROM flow_path WHERE root_id = new.root_id;
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = new.root_id;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_record` AFTER INSERT ON `record`
BEGIN
  DELETE FROM flow_path WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_standing_insert` AFTER INSERT ON `standing`
BEGIN
  DELETE FROM flow_path WHERE root_id = new.report_id;
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = new.report_id;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_standing_update` AFTER UPDATE ON `standing`
BEGIN
  DELETE FROM flow_path WHERE root_id = new.report_id;
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = new.report_id;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_standing_delete` AFTER DELETE ON `standing`
BEGIN
  DELETE FROM flow_path WHERE root_id = old.report_id;
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = old.report_id;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_retrieval` AFTER INSERT ON `retrieval`
BEGIN
  DELETE FROM flow_path WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_vote_on_removed` AFTER INSERT ON `vote`
WHEN EXISTS (SELECT 1 FROM removal JOIN report AS member ON member.id = removal.report_id
  WHERE member.root_id = (SELECT root_id FROM report WHERE id = new.report_id))
BEGIN
  DELETE FROM flow_path WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_adjudication_on_removed` AFTER INSERT ON `adjudication`
WHEN EXISTS (SELECT 1 FROM removal JOIN report AS member ON member.id = removal.report_id
  WHERE member.root_id = (SELECT root_id FROM report WHERE id = new.report_id))
BEGIN
  DELETE FROM flow_path WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_removal` AFTER INSERT ON `removal`
BEGIN
  DELETE FROM flow_path WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_removal_undone` AFTER UPDATE ON `removal`
BEGIN
  DELETE FROM flow_path WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id = (SELECT root_id FROM report WHERE id = new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_import` AFTER UPDATE OF `search_run_id` ON `import_batch`
WHEN old.search_run_id IS NOT new.search_run_id
BEGIN
  DELETE FROM flow_path WHERE root_id IN (SELECT report.root_id FROM record
    JOIN report ON report.id = record.report_id WHERE record.import_id = new.id);
  INSERT INTO flow_path SELECT * FROM flow_path_now WHERE root_id IN (SELECT report.root_id FROM record
    JOIN report ON report.id = record.report_id WHERE record.import_id = new.id);
END;
--> statement-breakpoint
-- What is there already.
INSERT INTO flow_path SELECT * FROM flow_path_now;
--> statement-breakpoint
CREATE TRIGGER `flow_print_is_written_once` BEFORE UPDATE ON `flow_print`
BEGIN
  SELECT RAISE(ABORT, 'flow_print is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_is_written_once` BEFORE UPDATE ON `stage_list`
BEGIN
  SELECT RAISE(ABORT, 'stage_list is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_line_is_written_once` BEFORE UPDATE ON `stage_list_line`
BEGIN
  SELECT RAISE(ABORT, 'stage_list_line is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `removal_is_kept` BEFORE DELETE ON `removal`
BEGIN
  SELECT RAISE(ABORT, 'removal is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `previous_study_is_kept` BEFORE DELETE ON `previous_study`
BEGIN
  SELECT RAISE(ABORT, 'previous_study is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `meta_analysis_mark_is_kept` BEFORE DELETE ON `meta_analysis_mark`
BEGIN
  SELECT RAISE(ABORT, 'meta_analysis_mark is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `flow_print_is_kept` BEFORE DELETE ON `flow_print`
BEGIN
  SELECT RAISE(ABORT, 'flow_print is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_is_kept` BEFORE DELETE ON `stage_list`
BEGIN
  SELECT RAISE(ABORT, 'stage_list is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_line_is_kept` BEFORE DELETE ON `stage_list_line`
BEGIN
  SELECT RAISE(ABORT, 'stage_list_line is never deleted');
END;

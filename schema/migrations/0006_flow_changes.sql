-- The triggers of 0003 again: they change only what differs, so that the log below tells of changes alone.
DROP TRIGGER `flow_follows_report`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_record`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_standing_insert`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_standing_update`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_standing_delete`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_retrieval`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_vote_on_removed`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_adjudication_on_removed`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_removal`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_removal_undone`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_import`;
--> statement-breakpoint
DROP VIEW `flow_path_now`;
--> statement-breakpoint
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
  || '|' || (root.study_id IS NOT NULL) AS class,
  (SELECT group_concat(member.id, ',' ORDER BY member.id) FROM report AS member
    WHERE member.root_id = root.id AND member.withdrawn_at IS NULL) AS members
FROM report AS root
WHERE root.root_id = root.id AND root.withdrawn_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_report` AFTER UPDATE OF `root_id`, `withdrawn_at`, `study_id` ON `report`
WHEN old.root_id IS NOT new.root_id OR old.withdrawn_at IS NOT new.withdrawn_at OR old.study_id IS NOT new.study_id
BEGIN
  DELETE FROM flow_path WHERE root_id = old.root_id
    AND NOT EXISTS (SELECT 1 FROM report WHERE id = old.root_id AND root_id = old.root_id AND withdrawn_at IS NULL);
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now WHERE root_id = old.root_id
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
  DELETE FROM flow_path WHERE root_id = new.root_id
    AND NOT EXISTS (SELECT 1 FROM report WHERE id = new.root_id AND root_id = new.root_id AND withdrawn_at IS NULL);
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now WHERE root_id = new.root_id
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_record` AFTER INSERT ON `record`
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
--> statement-breakpoint
CREATE TRIGGER `flow_follows_standing_insert` AFTER INSERT ON `standing`
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
CREATE TRIGGER `flow_follows_standing_delete` AFTER DELETE ON `standing`
BEGIN
  DELETE FROM flow_path WHERE root_id = old.report_id
    AND NOT EXISTS (SELECT 1 FROM report WHERE id = old.report_id AND root_id = old.report_id AND withdrawn_at IS NULL);
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now WHERE root_id = old.report_id
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_retrieval` AFTER INSERT ON `retrieval`
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
--> statement-breakpoint
CREATE TRIGGER `flow_follows_vote_on_removed` AFTER INSERT ON `vote`
WHEN EXISTS (SELECT 1 FROM removal JOIN report AS member ON member.id = removal.report_id
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
--> statement-breakpoint
CREATE TRIGGER `flow_follows_adjudication_on_removed` AFTER INSERT ON `adjudication`
WHEN EXISTS (SELECT 1 FROM removal JOIN report AS member ON member.id = removal.report_id
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
--> statement-breakpoint
CREATE TRIGGER `flow_follows_removal` AFTER INSERT ON `removal`
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
--> statement-breakpoint
CREATE TRIGGER `flow_follows_removal_undone` AFTER UPDATE ON `removal`
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
--> statement-breakpoint
CREATE TRIGGER `flow_follows_import` AFTER UPDATE OF `search_run_id` ON `import_batch`
WHEN old.search_run_id IS NOT new.search_run_id
BEGIN
  DELETE FROM flow_path WHERE root_id IN (SELECT report.root_id FROM record
    JOIN report ON report.id = record.report_id WHERE record.import_id = new.id);
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members) SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now WHERE root_id IN (SELECT report.root_id FROM record
    JOIN report ON report.id = record.report_id WHERE record.import_id = new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_path_insert` AFTER INSERT ON `flow_path`
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'path', new.root_id, coalesce(new.study_id, '') || '|' || new.members || '|' || new.class);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_path_update` AFTER UPDATE ON `flow_path`
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'path', new.root_id, coalesce(new.study_id, '') || '|' || new.members || '|' || new.class);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_path_delete` AFTER DELETE ON `flow_path`
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (old.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'path', old.root_id, '');
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_pair_insert` AFTER INSERT ON `possible_pair`
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'pair', new.id, new.state || '|' || new.first_id || '|' || new.second_id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_pair_update` AFTER UPDATE OF `state` ON `possible_pair`
WHEN old.state <> new.state
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'pair', new.id, new.state || '|' || new.first_id || '|' || new.second_id);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_import_insert` AFTER INSERT ON `import_batch`
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'import', new.id, new.state IN ('queued', 'running') OR (new.state = 'failed' AND new.pieces_stored > 0));
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_import_update` AFTER UPDATE OF `state` ON `import_batch`
WHEN old.state <> new.state
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'import', new.id, new.state IN ('queued', 'running') OR (new.state = 'failed' AND new.pieces_stored > 0));
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_run_insert` AFTER INSERT ON `search_run`
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'run', new.id, new.kind || '|' || coalesce(new.searched_on, '') || '|' || new.source);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_run_update` AFTER UPDATE ON `search_run`
WHEN old.kind <> new.kind OR old.source <> new.source OR old.searched_on IS NOT new.searched_on
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'run', new.id, new.kind || '|' || coalesce(new.searched_on, '') || '|' || new.source);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_review_insert` AFTER INSERT ON `review`
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'review', new.id, new.flow_template || '|' || new.flow_basis);
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_review_update` AFTER UPDATE OF `flow_template`, `flow_basis` ON `review`
WHEN old.flow_template <> new.flow_template OR old.flow_basis <> new.flow_basis
BEGIN
  INSERT INTO flow_log (review_id, at, subject, subject_id, value)
    VALUES (new.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'review', new.id, new.flow_template || '|' || new.flow_basis);
END;
--> statement-breakpoint
-- What is there already is where the log begins.
DELETE FROM flow_path;
--> statement-breakpoint
DELETE FROM flow_log;
--> statement-breakpoint
INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members) SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now;
--> statement-breakpoint
INSERT INTO flow_log (review_id, at, subject, subject_id, value)
  SELECT review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'pair', id, p.state || '|' || p.first_id || '|' || p.second_id FROM possible_pair AS p;
--> statement-breakpoint
INSERT INTO flow_log (review_id, at, subject, subject_id, value)
  SELECT review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'import', id, b.state IN ('queued', 'running') OR (b.state = 'failed' AND b.pieces_stored > 0) FROM import_batch AS b;
--> statement-breakpoint
INSERT INTO flow_log (review_id, at, subject, subject_id, value)
  SELECT review_id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'run', id, s.kind || '|' || coalesce(s.searched_on, '') || '|' || s.source FROM search_run AS s;
--> statement-breakpoint
INSERT INTO flow_log (review_id, at, subject, subject_id, value)
  SELECT id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'review', id, r.flow_template || '|' || r.flow_basis FROM review AS r;
--> statement-breakpoint
CREATE TRIGGER `flow_log_is_written_once` BEFORE UPDATE ON `flow_log`
BEGIN
  SELECT RAISE(ABORT, 'flow_log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `flow_log_is_kept` BEFORE DELETE ON `flow_log`
BEGIN
  SELECT RAISE(ABORT, 'flow_log is never deleted');
END;

-- A removal before screening holds again when the settlement after it is taken back. Otherwise the view is as before.
DROP VIEW `flow_path_now`;
--> statement-breakpoint
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
        WHERE judged.root_id = root.id AND adjudication.stage = 'title_abstract'
          AND NOT EXISTS (SELECT 1 FROM adjudication_withdrawal AS gone WHERE gone.adjudication_id = adjudication.id))
    ORDER BY removal.id LIMIT 1), '')
  || '|' || coalesce((SELECT state FROM standing WHERE report_id = root.id AND stage = 'title_abstract'),
    (SELECT 'stopped' FROM stopping_decision AS decision
      WHERE decision.review_id = root.review_id AND decision.kind = 'stop' AND decision.last_report_id >= root.id
        AND decision.id = (SELECT max(latest.id) FROM stopping_decision AS latest
          WHERE latest.review_id = root.review_id AND latest.stage = 'title_abstract')),
    'unscreened')
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
CREATE TRIGGER `flow_follows_adjudication_withdrawn_on_removed` AFTER INSERT ON `adjudication_withdrawal`
WHEN EXISTS (SELECT 1 FROM removal JOIN report AS member ON member.id = removal.report_id
  WHERE member.root_id = (SELECT root_id FROM report WHERE id = (SELECT report_id FROM adjudication WHERE id = new.adjudication_id)))
BEGIN
  DELETE FROM flow_path WHERE root_id = (SELECT root_id FROM report WHERE id = (SELECT report_id FROM adjudication WHERE id = new.adjudication_id))
    AND NOT EXISTS (SELECT 1 FROM report WHERE id = (SELECT root_id FROM report WHERE id = (SELECT report_id FROM adjudication WHERE id = new.adjudication_id)) AND root_id = (SELECT root_id FROM report WHERE id = (SELECT report_id FROM adjudication WHERE id = new.adjudication_id)) AND withdrawn_at IS NULL);
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now WHERE root_id = (SELECT root_id FROM report WHERE id = (SELECT report_id FROM adjudication WHERE id = new.adjudication_id))
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
END;
--> statement-breakpoint
CREATE TRIGGER `adjudication_withdrawal_is_written_once` BEFORE UPDATE ON `adjudication_withdrawal`
BEGIN
  SELECT RAISE(ABORT, 'adjudication_withdrawal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `adjudication_withdrawal_is_kept` BEFORE DELETE ON `adjudication_withdrawal`
BEGIN
  SELECT RAISE(ABORT, 'adjudication_withdrawal is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_undo_is_written_once` BEFORE UPDATE ON `stage_list_undo`
BEGIN
  SELECT RAISE(ABORT, 'stage_list_undo is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_undo_is_kept` BEFORE DELETE ON `stage_list_undo`
BEGIN
  SELECT RAISE(ABORT, 'stage_list_undo is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `brought_decision_is_written_once` BEFORE UPDATE ON `brought_decision`
BEGIN
  SELECT RAISE(ABORT, 'brought_decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `brought_decision_is_kept` BEFORE DELETE ON `brought_decision`
BEGIN
  SELECT RAISE(ABORT, 'brought_decision is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `brought_coding_is_written_once` BEFORE UPDATE ON `brought_coding`
BEGIN
  SELECT RAISE(ABORT, 'brought_coding is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `brought_coding_is_kept` BEFORE DELETE ON `brought_coding`
BEGIN
  SELECT RAISE(ABORT, 'brought_coding is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `brought_note_is_written_once` BEFORE UPDATE ON `brought_note`
BEGIN
  SELECT RAISE(ABORT, 'brought_note is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `brought_note_is_kept` BEFORE DELETE ON `brought_note`
BEGIN
  SELECT RAISE(ABORT, 'brought_note is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `brought_act_is_kept` BEFORE DELETE ON `brought_act`
BEGIN
  SELECT RAISE(ABORT, 'brought_act is never deleted');
END;

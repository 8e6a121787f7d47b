-- Rankings and decisions to stop are never overwritten.
CREATE TRIGGER `ranking_run_is_written_once` BEFORE UPDATE ON `ranking_run`
BEGIN
  SELECT RAISE(ABORT, 'ranking_run is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `ranking_run_is_kept` BEFORE DELETE ON `ranking_run`
BEGIN
  SELECT RAISE(ABORT, 'ranking_run is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stopping_decision_is_written_once` BEFORE UPDATE ON `stopping_decision`
BEGIN
  SELECT RAISE(ABORT, 'stopping_decision is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stopping_decision_is_kept` BEFORE DELETE ON `stopping_decision`
BEGIN
  SELECT RAISE(ABORT, 'stopping_decision is append-only');
END;
--> statement-breakpoint
DROP VIEW `flow_path_now`;
--> statement-breakpoint
-- As before, but for this: what nobody has screened when screening is stopped stands as `stopped`.
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
CREATE TRIGGER `flow_follows_stopping` AFTER INSERT ON `stopping_decision`
BEGIN
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT root_id, review_id, record_id, study_id, class, members FROM flow_path_now
    WHERE root_id IN (SELECT path.root_id FROM flow_path AS path WHERE path.review_id = new.review_id
      AND (path.class LIKE '%|unscreened|unscreened|%' OR path.class LIKE '%|stopped|unscreened|%'))
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
END;

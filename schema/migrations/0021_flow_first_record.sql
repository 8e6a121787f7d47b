-- A report's first record says by itself how far it has got, without the view that looks everywhere. Every other
-- record goes by the view as before.
DROP TRIGGER `flow_follows_record`;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_first_record` AFTER INSERT ON `record`
WHEN NOT EXISTS (SELECT 1 FROM record WHERE report_id = new.report_id AND id <> new.id)
  AND EXISTS (SELECT 1 FROM report WHERE id = new.report_id AND root_id = id AND withdrawn_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM report WHERE root_id = new.report_id AND id <> new.report_id)
  AND NOT EXISTS (SELECT 1 FROM standing WHERE report_id = new.report_id)
  AND NOT EXISTS (SELECT 1 FROM retrieval WHERE report_id = new.report_id)
  AND NOT EXISTS (SELECT 1 FROM removal WHERE report_id = new.report_id)
BEGIN
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT report.id, report.review_id, CASE WHEN import_batch.search_run_id IS NOT NULL THEN new.id END, report.study_id,
      coalesce(import_batch.search_run_id, '') || '||unscreened|unscreened|||' || (report.study_id IS NOT NULL), report.id
    FROM report JOIN import_batch ON import_batch.id = new.import_id WHERE report.id = new.report_id
    ON CONFLICT (root_id) DO UPDATE SET record_id = excluded.record_id, study_id = excluded.study_id,
      class = excluded.class, members = excluded.members
    WHERE record_id IS NOT excluded.record_id OR study_id IS NOT excluded.study_id
      OR class <> excluded.class OR members <> excluded.members;
END;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_later_record` AFTER INSERT ON `record`
WHEN EXISTS (SELECT 1 FROM record WHERE report_id = new.report_id AND id <> new.id)
  OR NOT EXISTS (SELECT 1 FROM report WHERE id = new.report_id AND root_id = id AND withdrawn_at IS NULL)
  OR EXISTS (SELECT 1 FROM report WHERE root_id = new.report_id AND id <> new.report_id)
  OR EXISTS (SELECT 1 FROM standing WHERE report_id = new.report_id)
  OR EXISTS (SELECT 1 FROM retrieval WHERE report_id = new.report_id)
  OR EXISTS (SELECT 1 FROM removal WHERE report_id = new.report_id)
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

-- Keys are whole numbers in one order, made anew by the job that every start asks for when their rules have changed.
DROP TABLE `report_key`;
--> statement-breakpoint
CREATE TABLE `report_key` (
	`review_id` integer NOT NULL,
	`key` integer NOT NULL,
	`report_id` integer NOT NULL,
	PRIMARY KEY(`review_id`, `key`, `report_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `report_key_recent` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`review_id` integer NOT NULL,
	`keys` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_key_recent_review` ON `report_key_recent` (`review_id`);
--> statement-breakpoint
-- What says exactly the same is found by a key too.
DROP INDEX `record_content`;
--> statement-breakpoint
-- What a running import stores is counted in the same transaction (`pieces_stored`): then, for all of it at once. Each
-- record begins a report of its own; one that has been linked meanwhile has its path by the link.
DROP TRIGGER `flow_follows_first_record`;
--> statement-breakpoint
DROP TRIGGER `flow_follows_later_record`;
--> statement-breakpoint
CREATE TRIGGER `flow_follows_first_record` AFTER INSERT ON `record`
WHEN NOT EXISTS (SELECT 1 FROM import_batch WHERE id = new.import_id AND state = 'running' AND pieces_stored < new.position)
  AND NOT EXISTS (SELECT 1 FROM record WHERE report_id = new.report_id AND id <> new.id)
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
WHEN NOT EXISTS (SELECT 1 FROM import_batch WHERE id = new.import_id AND state = 'running' AND pieces_stored < new.position)
  AND (EXISTS (SELECT 1 FROM record WHERE report_id = new.report_id AND id <> new.id)
  OR NOT EXISTS (SELECT 1 FROM report WHERE id = new.report_id AND root_id = id AND withdrawn_at IS NULL)
  OR EXISTS (SELECT 1 FROM report WHERE root_id = new.report_id AND id <> new.report_id)
  OR EXISTS (SELECT 1 FROM standing WHERE report_id = new.report_id)
  OR EXISTS (SELECT 1 FROM retrieval WHERE report_id = new.report_id)
  OR EXISTS (SELECT 1 FROM removal WHERE report_id = new.report_id))
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
CREATE TRIGGER `flow_follows_stored_records` AFTER UPDATE OF `pieces_stored` ON `import_batch`
WHEN new.state = 'running' AND new.pieces_stored > old.pieces_stored
BEGIN
  INSERT INTO flow_path (root_id, review_id, record_id, study_id, class, members)
    SELECT report.id, report.review_id, CASE WHEN new.search_run_id IS NOT NULL THEN record.id END, report.study_id,
      coalesce(new.search_run_id, '') || '||unscreened|unscreened|||' || (report.study_id IS NOT NULL), report.id
    FROM record JOIN report ON report.id = record.report_id AND report.root_id = report.id AND report.withdrawn_at IS NULL
    WHERE record.import_id = new.id AND record.position > old.pieces_stored AND record.position <= new.pieces_stored
    ORDER BY report.id
    ON CONFLICT (root_id) DO NOTHING;
END;

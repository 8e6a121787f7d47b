-- What is kept in memory of screening follows the rows: each change names its report. Nothing else writes this table.
CREATE TRIGGER `standing_made_changes_screening` AFTER INSERT ON `standing`
BEGIN
  INSERT INTO screening_change (report_id) VALUES (new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `standing_changed_changes_screening` AFTER UPDATE ON `standing`
BEGIN
  INSERT INTO screening_change (report_id) VALUES (new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `standing_gone_changes_screening` AFTER DELETE ON `standing`
BEGIN
  INSERT INTO screening_change (report_id) VALUES (old.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `vote_changes_screening` AFTER INSERT ON `vote`
BEGIN
  INSERT INTO screening_change (report_id) VALUES (new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `vote_withdrawal_changes_screening` AFTER INSERT ON `vote_withdrawal`
BEGIN
  INSERT INTO screening_change (report_id) SELECT report_id FROM vote WHERE id = new.vote_id;
END;
--> statement-breakpoint
CREATE TRIGGER `retrieval_changes_screening` AFTER INSERT ON `retrieval`
BEGIN
  INSERT INTO screening_change (report_id) VALUES (new.report_id);
END;
--> statement-breakpoint
CREATE TRIGGER `report_placed_changes_screening` AFTER UPDATE OF `root_id`, `withdrawn_at`, `reference` ON `report`
BEGIN
  INSERT INTO screening_change (report_id) VALUES (new.id);
  INSERT INTO screening_change (report_id) SELECT old.root_id WHERE old.root_id IS NOT NULL AND old.root_id <> new.id;
  INSERT INTO screening_change (report_id) SELECT new.root_id WHERE new.root_id IS NOT NULL AND new.root_id <> new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_made_changes_screening` AFTER INSERT ON `report` WHEN new.root_id IS NOT NULL
BEGIN
  INSERT INTO screening_change (report_id) VALUES (new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `vote_withdrawal_is_written_once` BEFORE UPDATE ON `vote_withdrawal`
BEGIN
  SELECT RAISE(ABORT, 'vote_withdrawal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `vote_withdrawal_is_kept` BEFORE DELETE ON `vote_withdrawal`
BEGIN
  SELECT RAISE(ABORT, 'vote_withdrawal is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `vote_reason_is_written_once` BEFORE UPDATE ON `vote_reason`
BEGIN
  SELECT RAISE(ABORT, 'vote_reason is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `vote_reason_is_kept` BEFORE DELETE ON `vote_reason`
BEGIN
  SELECT RAISE(ABORT, 'vote_reason is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `pilot_report_is_written_once` BEFORE UPDATE ON `pilot_report`
BEGIN
  SELECT RAISE(ABORT, 'pilot_report is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `pilot_report_is_kept` BEFORE DELETE ON `pilot_report`
BEGIN
  SELECT RAISE(ABORT, 'pilot_report is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `bulk_vote_is_written_once` BEFORE UPDATE ON `bulk_vote`
BEGIN
  SELECT RAISE(ABORT, 'bulk_vote is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `bulk_vote_is_kept` BEFORE DELETE ON `bulk_vote`
BEGIN
  SELECT RAISE(ABORT, 'bulk_vote is never deleted');
END;

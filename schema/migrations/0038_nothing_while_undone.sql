-- An import is undone in many short acts, and only while that loses nobody's work: meanwhile none is taken on its reports.
CREATE TRIGGER `vote_not_while_undone` BEFORE INSERT ON `vote`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `adjudication_not_while_undone` BEFORE INSERT ON `adjudication`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `report_label_not_while_undone` BEFORE INSERT ON `report_label`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `removal_not_while_undone` BEFORE INSERT ON `removal`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `meta_analysis_mark_not_while_undone` BEFORE INSERT ON `meta_analysis_mark`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `retrieval_not_while_undone` BEFORE INSERT ON `retrieval`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `document_page_not_while_undone` BEFORE INSERT ON `document_page`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `full_text_not_while_undone` BEFORE INSERT ON `full_text`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_not_while_undone` BEFORE INSERT ON `coding`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_mark_not_while_undone` BEFORE INSERT ON `coding_mark`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_consensus_not_while_undone` BEFORE INSERT ON `coding_consensus`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `country_link_not_while_undone` BEFORE INSERT ON `country_link`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `aim_not_while_undone` BEFORE INSERT ON `aim`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `brought_note_not_while_undone` BEFORE INSERT ON `brought_note`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `excerpt_not_while_undone` BEFORE INSERT ON `excerpt`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `study_case_not_while_undone` BEFORE INSERT ON `study_case`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `aspect_cell_not_while_undone` BEFORE INSERT ON `aspect_cell`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `extraction_answer_not_while_undone` BEFORE INSERT ON `extraction_answer`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `design_link_not_while_undone` BEFORE INSERT ON `design_link`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `support_not_while_undone` BEFORE INSERT ON `support`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `appraisal_not_while_undone` BEFORE INSERT ON `appraisal`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_not_while_undone` BEFORE INSERT ON `correction`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_answer_not_while_undone` BEFORE INSERT ON `stage_list_answer`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id = new.report_id AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `duplicate_link_not_while_undone` BEFORE INSERT ON `duplicate_link`
WHEN new.decided_by IS NOT NULL AND EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id IN (new.kept_id, new.duplicate_id) AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `possible_pair_not_while_undone` BEFORE INSERT ON `possible_pair`
WHEN new.decided_by IS NOT NULL AND EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id IN (new.first_id, new.second_id) AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `possible_pair_answered_not_while_undone` BEFORE UPDATE OF `decided_by` ON `possible_pair`
WHEN new.decided_by IS NOT NULL AND EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id IN (new.first_id, new.second_id) AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;
--> statement-breakpoint
CREATE TRIGGER `related_link_not_while_undone` BEFORE INSERT ON `related_link`
WHEN EXISTS (SELECT 1 FROM import_batch AS batch CROSS JOIN record ON record.report_id IN (new.first_id, new.second_id) AND +record.import_id = batch.id
  WHERE batch.state = 'running' AND batch.undone_at IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'IMPORT_BEING_UNDONE');
END;

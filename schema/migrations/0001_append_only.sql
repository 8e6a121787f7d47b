-- What people did is never overwritten: a changed mind, a correction or an amendment is a new row.
CREATE TRIGGER `vote_is_written_once` BEFORE UPDATE ON `vote`
BEGIN
  SELECT RAISE(ABORT, 'vote is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `adjudication_is_written_once` BEFORE UPDATE ON `adjudication`
BEGIN
  SELECT RAISE(ABORT, 'adjudication is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_is_written_once` BEFORE UPDATE ON `audit_entry`
BEGIN
  SELECT RAISE(ABORT, 'audit_entry is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `protocol_version_is_written_once` BEFORE UPDATE ON `protocol_version`
BEGIN
  SELECT RAISE(ABORT, 'protocol_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `retrieval_is_written_once` BEFORE UPDATE ON `retrieval`
BEGIN
  SELECT RAISE(ABORT, 'retrieval is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_is_written_once` BEFORE UPDATE ON `correction`
BEGIN
  SELECT RAISE(ABORT, 'correction is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reported_number_is_written_once` BEFORE UPDATE ON `reported_number`
BEGIN
  SELECT RAISE(ABORT, 'reported_number is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `aim_is_written_once` BEFORE UPDATE ON `aim`
BEGIN
  SELECT RAISE(ABORT, 'aim is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `aspect_cell_is_written_once` BEFORE UPDATE ON `aspect_cell`
BEGIN
  SELECT RAISE(ABORT, 'aspect_cell is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `record_is_written_once` BEFORE UPDATE ON `record`
BEGIN
  SELECT RAISE(ABORT, 'record is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `rejection_is_written_once` BEFORE UPDATE ON `rejection`
BEGIN
  SELECT RAISE(ABORT, 'rejection is append-only');
END;
--> statement-breakpoint
-- Deleting is archiving: the row stays and says when it stopped to hold.
CREATE TRIGGER `vote_is_kept` BEFORE DELETE ON `vote`
BEGIN
  SELECT RAISE(ABORT, 'vote is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `adjudication_is_kept` BEFORE DELETE ON `adjudication`
BEGIN
  SELECT RAISE(ABORT, 'adjudication is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_is_kept` BEFORE DELETE ON `audit_entry`
BEGIN
  SELECT RAISE(ABORT, 'audit_entry is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `protocol_version_is_kept` BEFORE DELETE ON `protocol_version`
BEGIN
  SELECT RAISE(ABORT, 'protocol_version is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `retrieval_is_kept` BEFORE DELETE ON `retrieval`
BEGIN
  SELECT RAISE(ABORT, 'retrieval is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `correction_is_kept` BEFORE DELETE ON `correction`
BEGIN
  SELECT RAISE(ABORT, 'correction is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `reported_number_is_kept` BEFORE DELETE ON `reported_number`
BEGIN
  SELECT RAISE(ABORT, 'reported_number is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `aim_is_kept` BEFORE DELETE ON `aim`
BEGIN
  SELECT RAISE(ABORT, 'aim is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `aspect_cell_is_kept` BEFORE DELETE ON `aspect_cell`
BEGIN
  SELECT RAISE(ABORT, 'aspect_cell is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `record_is_kept` BEFORE DELETE ON `record`
BEGIN
  SELECT RAISE(ABORT, 'record is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `rejection_is_kept` BEFORE DELETE ON `rejection`
BEGIN
  SELECT RAISE(ABORT, 'rejection is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `person_is_kept` BEFORE DELETE ON `person`
BEGIN
  SELECT RAISE(ABORT, 'person is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `review_is_kept` BEFORE DELETE ON `review`
BEGIN
  SELECT RAISE(ABORT, 'review is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `criterion_is_kept` BEFORE DELETE ON `criterion`
BEGIN
  SELECT RAISE(ABORT, 'criterion is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `membership_is_kept` BEFORE DELETE ON `membership`
BEGIN
  SELECT RAISE(ABORT, 'membership is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `search_run_is_kept` BEFORE DELETE ON `search_run`
BEGIN
  SELECT RAISE(ABORT, 'search_run is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `concept_block_is_kept` BEFORE DELETE ON `concept_block`
BEGIN
  SELECT RAISE(ABORT, 'concept_block is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `import_batch_is_kept` BEFORE DELETE ON `import_batch`
BEGIN
  SELECT RAISE(ABORT, 'import_batch is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `report_is_kept` BEFORE DELETE ON `report`
BEGIN
  SELECT RAISE(ABORT, 'report is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `study_is_kept` BEFORE DELETE ON `study`
BEGIN
  SELECT RAISE(ABORT, 'study is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `duplicate_link_is_kept` BEFORE DELETE ON `duplicate_link`
BEGIN
  SELECT RAISE(ABORT, 'duplicate_link is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `possible_pair_is_kept` BEFORE DELETE ON `possible_pair`
BEGIN
  SELECT RAISE(ABORT, 'possible_pair is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `codebook_is_kept` BEFORE DELETE ON `codebook`
BEGIN
  SELECT RAISE(ABORT, 'codebook is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `code_is_kept` BEFORE DELETE ON `code`
BEGIN
  SELECT RAISE(ABORT, 'code is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_is_kept` BEFORE DELETE ON `coding`
BEGIN
  SELECT RAISE(ABORT, 'coding is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `country_link_is_kept` BEFORE DELETE ON `country_link`
BEGIN
  SELECT RAISE(ABORT, 'country_link is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `excerpt_is_kept` BEFORE DELETE ON `excerpt`
BEGIN
  SELECT RAISE(ABORT, 'excerpt is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `excerpt_code_is_kept` BEFORE DELETE ON `excerpt_code`
BEGIN
  SELECT RAISE(ABORT, 'excerpt_code is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `study_case_is_kept` BEFORE DELETE ON `study_case`
BEGIN
  SELECT RAISE(ABORT, 'study_case is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `aspect_is_kept` BEFORE DELETE ON `aspect`
BEGIN
  SELECT RAISE(ABORT, 'aspect is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `finding_kind_is_kept` BEFORE DELETE ON `finding_kind`
BEGIN
  SELECT RAISE(ABORT, 'finding_kind is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `finding_is_kept` BEFORE DELETE ON `finding`
BEGIN
  SELECT RAISE(ABORT, 'finding is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `finding_theme_is_kept` BEFORE DELETE ON `finding_theme`
BEGIN
  SELECT RAISE(ABORT, 'finding_theme is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `support_is_kept` BEFORE DELETE ON `support`
BEGIN
  SELECT RAISE(ABORT, 'support is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `indicator_is_kept` BEFORE DELETE ON `indicator`
BEGIN
  SELECT RAISE(ABORT, 'indicator is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `indicator_group_is_kept` BEFORE DELETE ON `indicator_group`
BEGIN
  SELECT RAISE(ABORT, 'indicator_group is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `indicator_value_is_kept` BEFORE DELETE ON `indicator_value`
BEGIN
  SELECT RAISE(ABORT, 'indicator_value is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `publication_is_kept` BEFORE DELETE ON `publication`
BEGIN
  SELECT RAISE(ABORT, 'publication is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `project_is_kept` BEFORE DELETE ON `project`
BEGIN
  SELECT RAISE(ABORT, 'project is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `work_package_is_kept` BEFORE DELETE ON `work_package`
BEGIN
  SELECT RAISE(ABORT, 'work_package is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `archive_fact_is_kept` BEFORE DELETE ON `archive_fact`
BEGIN
  SELECT RAISE(ABORT, 'archive_fact is never deleted');
END;

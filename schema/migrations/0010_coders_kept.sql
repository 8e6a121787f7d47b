-- What coders marked, agreed on and answered, and codebooks and forms as they stood, are never overwritten.
CREATE TRIGGER `codebook_version_is_written_once` BEFORE UPDATE ON `codebook_version`
BEGIN
  SELECT RAISE(ABORT, 'codebook_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `codebook_version_is_kept` BEFORE DELETE ON `codebook_version`
BEGIN
  SELECT RAISE(ABORT, 'codebook_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_policy_is_written_once` BEFORE UPDATE ON `coding_policy`
BEGIN
  SELECT RAISE(ABORT, 'coding_policy is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_policy_is_kept` BEFORE DELETE ON `coding_policy`
BEGIN
  SELECT RAISE(ABORT, 'coding_policy is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_mark_is_written_once` BEFORE UPDATE ON `coding_mark`
BEGIN
  SELECT RAISE(ABORT, 'coding_mark is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_mark_is_kept` BEFORE DELETE ON `coding_mark`
BEGIN
  SELECT RAISE(ABORT, 'coding_mark is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_turn_is_written_once` BEFORE UPDATE ON `coding_turn`
BEGIN
  SELECT RAISE(ABORT, 'coding_turn is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_turn_is_kept` BEFORE DELETE ON `coding_turn`
BEGIN
  SELECT RAISE(ABORT, 'coding_turn is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_consensus_is_written_once` BEFORE UPDATE ON `coding_consensus`
BEGIN
  SELECT RAISE(ABORT, 'coding_consensus is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `coding_consensus_is_kept` BEFORE DELETE ON `coding_consensus`
BEGIN
  SELECT RAISE(ABORT, 'coding_consensus is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `design_link_is_written_once` BEFORE UPDATE ON `design_link`
BEGIN
  SELECT RAISE(ABORT, 'design_link is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `design_link_is_kept` BEFORE DELETE ON `design_link`
BEGIN
  SELECT RAISE(ABORT, 'design_link is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extraction_form_version_is_written_once` BEFORE UPDATE ON `extraction_form_version`
BEGIN
  SELECT RAISE(ABORT, 'extraction_form_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extraction_form_version_is_kept` BEFORE DELETE ON `extraction_form_version`
BEGIN
  SELECT RAISE(ABORT, 'extraction_form_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extraction_answer_is_written_once` BEFORE UPDATE ON `extraction_answer`
BEGIN
  SELECT RAISE(ABORT, 'extraction_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `extraction_answer_is_kept` BEFORE DELETE ON `extraction_answer`
BEGIN
  SELECT RAISE(ABORT, 'extraction_answer is append-only');
END;

-- What a person said of a line of an older list is kept as it was said.
CREATE TRIGGER `stage_list_answer_is_written_once` BEFORE UPDATE ON `stage_list_answer`
BEGIN
  SELECT RAISE(ABORT, 'stage_list_answer is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_answer_is_kept` BEFORE DELETE ON `stage_list_answer`
BEGIN
  SELECT RAISE(ABORT, 'stage_list_answer is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_settlement_is_written_once` BEFORE UPDATE ON `stage_list_settlement`
BEGIN
  SELECT RAISE(ABORT, 'stage_list_settlement is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `stage_list_settlement_is_kept` BEFORE DELETE ON `stage_list_settlement`
BEGIN
  SELECT RAISE(ABORT, 'stage_list_settlement is never deleted');
END;

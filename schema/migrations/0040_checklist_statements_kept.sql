-- What a person said of an item of a checklist is kept as it was said.
CREATE TRIGGER `checklist_statement_is_written_once` BEFORE UPDATE ON `checklist_statement`
BEGIN
  SELECT RAISE(ABORT, 'checklist_statement is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `checklist_statement_is_kept` BEFORE DELETE ON `checklist_statement`
BEGIN
  SELECT RAISE(ABORT, 'checklist_statement is never deleted');
END;

CREATE TRIGGER `mending_is_final` BEFORE UPDATE ON `mending`
BEGIN
  SELECT RAISE(ABORT, 'mending is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `mending_is_kept` BEFORE DELETE ON `mending`
BEGIN
  SELECT RAISE(ABORT, 'mending is never deleted');
END;

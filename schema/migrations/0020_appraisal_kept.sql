-- Instruments, appraisals and judgements of confidence are never overwritten; an instrument is taken out of use, not deleted.
CREATE TRIGGER `appraisal_instrument_version_is_written_once` BEFORE UPDATE ON `appraisal_instrument_version`
BEGIN
  SELECT RAISE(ABORT, 'appraisal_instrument_version is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `appraisal_instrument_version_is_kept` BEFORE DELETE ON `appraisal_instrument_version`
BEGIN
  SELECT RAISE(ABORT, 'appraisal_instrument_version is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `appraisal_is_written_once` BEFORE UPDATE ON `appraisal`
BEGIN
  SELECT RAISE(ABORT, 'appraisal is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `appraisal_is_kept` BEFORE DELETE ON `appraisal`
BEGIN
  SELECT RAISE(ABORT, 'appraisal is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `confidence_is_written_once` BEFORE UPDATE ON `confidence`
BEGIN
  SELECT RAISE(ABORT, 'confidence is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `confidence_is_kept` BEFORE DELETE ON `confidence`
BEGIN
  SELECT RAISE(ABORT, 'confidence is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `appraisal_instrument_is_kept` BEFORE DELETE ON `appraisal_instrument`
BEGIN
  SELECT RAISE(ABORT, 'appraisal_instrument is never deleted');
END;

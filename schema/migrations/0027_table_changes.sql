CREATE TABLE `table_change` (
	`source` text PRIMARY KEY NOT NULL,
	`changes` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `country_link_country`;--> statement-breakpoint
CREATE INDEX `country_link_country` ON `country_link` (`country`,`report_id`,`removed_at`);
--> statement-breakpoint
-- What is kept in memory of tables follows the rows. Title and abstract are in none of them; rows that are only added
-- are told by their last id.
CREATE TRIGGER `standing_made_changes_tables` AFTER INSERT ON `standing`
WHEN new.stage = 'full_text'
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('standing', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_changed_changes_tables` AFTER UPDATE ON `standing`
WHEN new.stage = 'full_text' OR old.stage = 'full_text'
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('standing', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_gone_changes_tables` AFTER DELETE ON `standing`
WHEN old.stage = 'full_text'
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('standing', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `report_changes_tables` AFTER UPDATE OF `root_id`, `withdrawn_at`, `year`, `study_id`, `first_author` ON `report`
WHEN old.root_id IS NOT new.root_id OR old.withdrawn_at IS NOT new.withdrawn_at OR old.year IS NOT new.year
  OR old.study_id IS NOT new.study_id OR old.first_author IS NOT new.first_author
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('report', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `study_changes_tables` AFTER UPDATE ON `study`
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('study', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `country_link_changes_tables` AFTER UPDATE ON `country_link`
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('country_link', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `coding_changes_tables` AFTER UPDATE ON `coding`
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('coding', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `excerpt_changes_tables` AFTER UPDATE OF `report_id`, `archived_at` ON `excerpt`
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('excerpt', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `excerpt_code_changes_tables` AFTER UPDATE ON `excerpt_code`
BEGIN
  INSERT INTO table_change (source, changes) VALUES ('excerpt_code', 1) ON CONFLICT (source) DO UPDATE SET changes = changes + 1;
END;

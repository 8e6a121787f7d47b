CREATE TABLE `report_to_index` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report_id` integer NOT NULL
);
--> statement-breakpoint
-- What is shown of a report is what it is found by.
CREATE TRIGGER `report_made_is_to_index` AFTER INSERT ON `report`
BEGIN
  INSERT INTO report_to_index (report_id) VALUES (new.id);
END;
--> statement-breakpoint
CREATE TRIGGER `report_changed_is_to_index` AFTER UPDATE OF `reference` ON `report`
WHEN old.reference <> new.reference
BEGIN
  INSERT INTO report_to_index (report_id) VALUES (new.id);
END;

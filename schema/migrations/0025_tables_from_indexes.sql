DROP INDEX `coding_code`;--> statement-breakpoint
CREATE INDEX `coding_code` ON `coding` (`code_id`,`report_id`,`removed_at`);--> statement-breakpoint
DROP INDEX `country_link_report`;--> statement-breakpoint
CREATE INDEX `country_link_report` ON `country_link` (`report_id`,`country`,`removed_at`);--> statement-breakpoint
DROP INDEX `design_link_report`;--> statement-breakpoint
CREATE INDEX `design_link_report` ON `design_link` (`report_id`,`design`);--> statement-breakpoint
DROP INDEX `report_year`;--> statement-breakpoint
CREATE INDEX `report_year` ON `report` (`review_id`,`withdrawn_at`,`root_id`,`year`,`study_id`,`first_author`);--> statement-breakpoint
DROP INDEX `standing_state`;--> statement-breakpoint
CREATE INDEX `standing_state` ON `standing` (`stage`,`state`,`report_id`);
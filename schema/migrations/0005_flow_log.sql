CREATE TABLE `flow_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`at` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `flow_log_subject` ON `flow_log` (`review_id`,`subject`,`subject_id`);--> statement-breakpoint
ALTER TABLE `flow_path` ADD `members` text DEFAULT '' NOT NULL;
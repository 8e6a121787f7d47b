CREATE TABLE `saved_table` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`note` text DEFAULT '{}' NOT NULL,
	`definition` text NOT NULL,
	`position` integer NOT NULL,
	`is_public` integer DEFAULT false NOT NULL,
	`created_by` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_table_key` ON `saved_table` (`review_id`,`key`);--> statement-breakpoint
CREATE INDEX `report_year` ON `report` (`review_id`,`withdrawn_at`,`root_id`,`year`,`study_id`);
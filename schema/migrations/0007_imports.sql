CREATE TABLE `column_mapping` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`name` text NOT NULL,
	`headings` text NOT NULL,
	`columns` text NOT NULL,
	`created_by` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `column_mapping_review` ON `column_mapping` (`review_id`);--> statement-breakpoint
CREATE TABLE `mending` (
	`id` integer PRIMARY KEY NOT NULL,
	`rejection_id` integer NOT NULL,
	`raw` text NOT NULL,
	`records` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`rejection_id`) REFERENCES `rejection`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mending_once` ON `mending` (`rejection_id`);--> statement-breakpoint
ALTER TABLE `import_batch` ADD `archive_name` text;--> statement-breakpoint
ALTER TABLE `import_batch` ADD `columns` text;--> statement-breakpoint
ALTER TABLE `import_batch` ADD `awaits_columns` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batch` ADD `unmapped_tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `record_noticed` ON `record` (`import_id`,`position`) WHERE notices <> '[]';--> statement-breakpoint
CREATE INDEX `report_linked` ON `report` (`review_id`,`id`) WHERE root_id <> id;
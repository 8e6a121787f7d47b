CREATE TABLE `full_text` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`report_id` integer,
	`proposed_id` integer,
	`match_reason` text,
	`file_hash` text NOT NULL,
	`file_name` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`format` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`facts` text DEFAULT '{"title":"","dois":[]}' NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	`removed_by` integer,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "full_text_format" CHECK("full_text"."format" in ('pdf', 'docx', 'html', 'text')),
	CONSTRAINT "full_text_state" CHECK("full_text"."state" in ('waiting', 'read', 'unreadable')),
	CONSTRAINT "full_text_match" CHECK("full_text"."match_reason" in ('doi', 'title', 'file_name', 'person'))
);
--> statement-breakpoint
CREATE INDEX `full_text_review` ON `full_text` (`review_id`);--> statement-breakpoint
CREATE INDEX `full_text_report` ON `full_text` (`report_id`);--> statement-breakpoint
CREATE TABLE `full_text_page` (
	`id` integer PRIMARY KEY NOT NULL,
	`full_text_id` integer NOT NULL,
	`page` integer NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`text` text NOT NULL,
	`is_scanned` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`full_text_id`) REFERENCES `full_text`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `full_text_page_once` ON `full_text_page` (`full_text_id`,`page`);--> statement-breakpoint
CREATE TABLE `codebook_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`codebook_id` integer NOT NULL,
	`number` integer NOT NULL,
	`label` text NOT NULL,
	`description` text NOT NULL,
	`codes` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`codebook_id`) REFERENCES `codebook`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codebook_version_number` ON `codebook_version` (`codebook_id`,`number`);--> statement-breakpoint
CREATE TABLE `coding_consensus` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`code_ids` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coding_consensus_report` ON `coding_consensus` (`report_id`);--> statement-breakpoint
CREATE TABLE `coding_mark` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`code_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`applies` integer NOT NULL,
	`locator` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coding_mark_report` ON `coding_mark` (`report_id`);--> statement-breakpoint
CREATE TABLE `coding_policy` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`coders` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coding_policy_coders" CHECK("coding_policy"."coders" in (1, 2))
);
--> statement-breakpoint
CREATE INDEX `coding_policy_review` ON `coding_policy` (`review_id`);--> statement-breakpoint
CREATE TABLE `coding_turn` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`state` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coding_turn_state" CHECK("coding_turn"."state" in ('begun', 'done', 'reopened'))
);
--> statement-breakpoint
CREATE INDEX `coding_turn_report` ON `coding_turn` (`report_id`);--> statement-breakpoint
CREATE TABLE `design_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`design` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "design_link_design" CHECK("design_link"."design" in ('qualitative', 'cross_sectional', 'longitudinal', 'experimental', 'mixed_methods', 'case_study', 'literature_review', 'grey_literature', 'other'))
);
--> statement-breakpoint
CREATE INDEX `design_link_report` ON `design_link` (`report_id`);--> statement-breakpoint
CREATE TABLE `extraction_answer` (
	`id` integer PRIMARY KEY NOT NULL,
	`form_id` integer NOT NULL,
	`version` integer NOT NULL,
	`field_key` text NOT NULL,
	`report_id` integer NOT NULL,
	`value` text,
	`locator` text DEFAULT '' NOT NULL,
	`excerpt_ids` text DEFAULT '[]' NOT NULL,
	`is_consensus` integer DEFAULT false NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`form_id`) REFERENCES `extraction_form`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `extraction_answer_report` ON `extraction_answer` (`report_id`,`form_id`);--> statement-breakpoint
CREATE TABLE `extraction_form` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `extraction_form_key` ON `extraction_form` (`review_id`,`key`);--> statement-breakpoint
CREATE TABLE `extraction_form_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`form_id` integer NOT NULL,
	`number` integer NOT NULL,
	`fields` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`form_id`) REFERENCES `extraction_form`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `extraction_form_version_number` ON `extraction_form_version` (`form_id`,`number`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_job` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`review_id` integer,
	`payload` text DEFAULT '{}' NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`person_id` integer,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`started_at` text,
	`finished_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "job_kind" CHECK("__new_job"."kind" in ('import', 'duplicates', 'index', 'full_text')),
	CONSTRAINT "job_state" CHECK("__new_job"."state" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
INSERT INTO `__new_job`("id", "kind", "review_id", "payload", "state", "done", "total", "attempts", "problem", "person_id", "created_at", "started_at", "finished_at") SELECT "id", "kind", "review_id", "payload", "state", "done", "total", "attempts", "problem", "person_id", "created_at", "started_at", "finished_at" FROM `job`;--> statement-breakpoint
DROP TABLE `job`;--> statement-breakpoint
ALTER TABLE `__new_job` RENAME TO `job`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `job_queue` ON `job` (`state`,`id`);--> statement-breakpoint
ALTER TABLE `code` ADD `merged_into_id` integer REFERENCES code(id);--> statement-breakpoint
ALTER TABLE `coding` ADD `carried_from_id` integer REFERENCES coding(id);--> statement-breakpoint
ALTER TABLE `excerpt` ADD `full_text_id` integer REFERENCES full_text(id);--> statement-breakpoint
ALTER TABLE `excerpt` ADD `marked_page` integer;--> statement-breakpoint
ALTER TABLE `excerpt` ADD `marked_from` integer;--> statement-breakpoint
ALTER TABLE `excerpt` ADD `marked_to` integer;--> statement-breakpoint
ALTER TABLE `excerpt_code` ADD `removed_at` text;--> statement-breakpoint
ALTER TABLE `finding` ADD `merged_into_id` integer REFERENCES finding(id);--> statement-breakpoint
ALTER TABLE `support` ADD `carried_from_id` integer REFERENCES support(id);
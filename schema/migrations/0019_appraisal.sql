CREATE TABLE `appraisal` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`instrument_id` integer NOT NULL,
	`version` integer NOT NULL,
	`answers` text NOT NULL,
	`overall` text,
	`reason` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument_id`) REFERENCES `appraisal_instrument`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appraisal_state" CHECK("appraisal"."state" in ('begun', 'done', 'agreed')),
	CONSTRAINT "appraisal_overall" CHECK("appraisal"."overall" in ('good', 'some_concern', 'bad')),
	CONSTRAINT "appraisal_complete" CHECK("appraisal"."state" = 'begun' or ("appraisal"."overall" is not null and "appraisal"."reason" <> ''))
);
--> statement-breakpoint
CREATE INDEX `appraisal_report` ON `appraisal` (`report_id`);--> statement-breakpoint
CREATE TABLE `appraisal_instrument` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`key` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisal_instrument_key` ON `appraisal_instrument` (`review_id`,`key`);--> statement-breakpoint
CREATE TABLE `appraisal_instrument_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`instrument_id` integer NOT NULL,
	`number` integer NOT NULL,
	`label` text NOT NULL,
	`source` text NOT NULL,
	`designs` text NOT NULL,
	`sections` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`instrument_id`) REFERENCES `appraisal_instrument`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisal_instrument_version_number` ON `appraisal_instrument_version` (`instrument_id`,`number`);--> statement-breakpoint
CREATE TABLE `confidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`finding_id` integer NOT NULL,
	`components` text NOT NULL,
	`level` text NOT NULL,
	`explanation` text NOT NULL,
	`basis` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "confidence_level" CHECK("confidence"."level" in ('high', 'moderate', 'low', 'very_low'))
);
--> statement-breakpoint
CREATE INDEX `confidence_finding` ON `confidence` (`finding_id`);
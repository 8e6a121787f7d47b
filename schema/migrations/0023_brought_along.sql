CREATE TABLE `adjudication_withdrawal` (
	`adjudication_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`adjudication_id`) REFERENCES `adjudication`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `brought_act` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`import_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`undone_by` integer,
	`undone_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `brought_act_import` ON `brought_act` (`import_id`);--> statement-breakpoint
CREATE TABLE `brought_coding` (
	`coding_id` integer PRIMARY KEY NOT NULL,
	`act_id` integer NOT NULL,
	`record_id` integer NOT NULL,
	`said_by` text DEFAULT '' NOT NULL,
	`people` text DEFAULT '[]' NOT NULL,
	`said_at` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`coding_id`) REFERENCES `coding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`act_id`) REFERENCES `brought_act`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`) REFERENCES `record`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `brought_coding_act` ON `brought_coding` (`act_id`);--> statement-breakpoint
CREATE TABLE `brought_decision` (
	`adjudication_id` integer PRIMARY KEY NOT NULL,
	`act_id` integer NOT NULL,
	`record_id` integer NOT NULL,
	`said_by` text DEFAULT '' NOT NULL,
	`people` text DEFAULT '[]' NOT NULL,
	`said_at` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`adjudication_id`) REFERENCES `adjudication`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`act_id`) REFERENCES `brought_act`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`) REFERENCES `record`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `brought_decision_act` ON `brought_decision` (`act_id`);--> statement-breakpoint
CREATE TABLE `brought_note` (
	`id` integer PRIMARY KEY NOT NULL,
	`act_id` integer NOT NULL,
	`record_id` integer NOT NULL,
	`said_by` text DEFAULT '' NOT NULL,
	`people` text DEFAULT '[]' NOT NULL,
	`said_at` text DEFAULT '' NOT NULL,
	`report_id` integer NOT NULL,
	`stage` text,
	`text` text NOT NULL,
	FOREIGN KEY (`act_id`) REFERENCES `brought_act`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_id`) REFERENCES `record`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "brought_note_stage" CHECK("brought_note"."stage" in ('title_abstract', 'full_text'))
);
--> statement-breakpoint
CREATE INDEX `brought_note_report` ON `brought_note` (`report_id`);--> statement-breakpoint
CREATE INDEX `brought_note_act` ON `brought_note` (`act_id`);--> statement-breakpoint
CREATE TABLE `stage_list_undo` (
	`list_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `stage_list`(`id`) ON UPDATE no action ON DELETE no action
);

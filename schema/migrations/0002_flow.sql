CREATE TABLE `flow_path` (
	`root_id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`record_id` integer,
	`study_id` integer,
	`class` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `flow_path_class` ON `flow_path` (`review_id`,`class`);--> statement-breakpoint
CREATE INDEX `flow_path_list` ON `flow_path` (`review_id`,`root_id`,`class`,`record_id`);--> statement-breakpoint
CREATE INDEX `flow_path_study` ON `flow_path` (`review_id`,`study_id`,`class`) WHERE study_id is not null;--> statement-breakpoint
CREATE TABLE `flow_print` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`number` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flow_print_once` ON `flow_print` (`review_id`,`number`);--> statement-breakpoint
CREATE TABLE `meta_analysis_mark` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`removed_by` integer,
	`removed_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meta_analysis_mark_report` ON `meta_analysis_mark` (`review_id`,`report_id`);--> statement-breakpoint
CREATE TABLE `previous_study` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`label` text NOT NULL,
	`reports` integer DEFAULT 1 NOT NULL,
	`study_id` integer,
	`source` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	`withdrawn_by` integer,
	`withdrawn_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`study_id`) REFERENCES `study`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "previous_study_reports" CHECK("previous_study"."reports" >= 1),
	CONSTRAINT "previous_study_withdrawn_for_a_reason" CHECK(("previous_study"."withdrawn_at" is null) = ("previous_study"."withdrawn_reason" = ''))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `previous_study_label` ON `previous_study` (`review_id`,`label`);--> statement-breakpoint
CREATE TABLE `removal` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`tool` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`undone_by` integer,
	`undone_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "removal_kind" CHECK("removal"."kind" in ('automation', 'other')),
	CONSTRAINT "removal_has_reason" CHECK("removal"."reason" <> ''),
	CONSTRAINT "removal_names_its_tool" CHECK(("removal"."kind" = 'automation') = ("removal"."tool" <> ''))
);
--> statement-breakpoint
CREATE INDEX `removal_report` ON `removal` (`report_id`);--> statement-breakpoint
CREATE INDEX `removal_review` ON `removal` (`review_id`,`at`);--> statement-breakpoint
CREATE TABLE `stage_list` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`stage` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`format` text NOT NULL,
	`declared` integer NOT NULL,
	`rejected` integer NOT NULL,
	`excluded` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_list_stage" CHECK("stage_list"."stage" in ('title_abstract', 'full_text'))
);
--> statement-breakpoint
CREATE INDEX `stage_list_review` ON `stage_list` (`review_id`,`id`);--> statement-breakpoint
CREATE TABLE `stage_list_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`list_id` integer NOT NULL,
	`position` integer NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`report_id` integer,
	`reasons` text NOT NULL,
	`score` real NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `stage_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_list_line_state" CHECK("stage_list_line"."state" in ('matched', 'repeats', 'unmatched')),
	CONSTRAINT "stage_list_line_matched" CHECK(("stage_list_line"."state" = 'unmatched') = ("stage_list_line"."report_id" is null))
);
--> statement-breakpoint
CREATE INDEX `stage_list_line_report` ON `stage_list_line` (`report_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `stage_list_line_place` ON `stage_list_line` (`list_id`,`position`);--> statement-breakpoint
CREATE TABLE `bulk_act` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`stage` text NOT NULL,
	`person_id` integer NOT NULL,
	`description` text NOT NULL,
	`at` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_act_person` ON `bulk_act` (`review_id`,`stage`,`person_id`);--> statement-breakpoint
CREATE TABLE `bulk_vote` (
	`bulk_id` integer NOT NULL,
	`vote_id` integer NOT NULL,
	PRIMARY KEY(`bulk_id`, `vote_id`),
	FOREIGN KEY (`bulk_id`) REFERENCES `bulk_act`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`vote_id`) REFERENCES `vote`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `label` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`name` text NOT NULL,
	`color` text DEFAULT 'neutral' NOT NULL,
	`retired_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "label_color" CHECK("label"."color" in ('neutral', 'info', 'success', 'warning', 'danger'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `label_name` ON `label` (`review_id`,`name`);--> statement-breakpoint
CREATE TABLE `person_setting` (
	`person_id` integer NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`person_id`, `name`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pilot` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`stage` text NOT NULL,
	`seed` integer NOT NULL,
	`people` text NOT NULL,
	`threshold` real NOT NULL,
	`started_by` integer NOT NULL,
	`started_at` text NOT NULL,
	`opened_by` integer,
	`opened_at` text,
	`opened_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pilot_stage" CHECK("pilot"."stage" in ('title_abstract', 'full_text')),
	CONSTRAINT "pilot_threshold" CHECK("pilot"."threshold" between 0 and 1)
);
--> statement-breakpoint
CREATE INDEX `pilot_review` ON `pilot` (`review_id`,`stage`);--> statement-breakpoint
CREATE TABLE `pilot_report` (
	`pilot_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	PRIMARY KEY(`pilot_id`, `report_id`),
	FOREIGN KEY (`pilot_id`) REFERENCES `pilot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pilot_report_report` ON `pilot_report` (`report_id`);--> statement-breakpoint
CREATE TABLE `report_label` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`label_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`removed_by` integer,
	`removed_at` text,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`label_id`) REFERENCES `label`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_label_report` ON `report_label` (`report_id`);--> statement-breakpoint
CREATE INDEX `report_label_label` ON `report_label` (`label_id`,`report_id`);--> statement-breakpoint
CREATE TABLE `screening_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`report_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `screening_term` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`person_id` integer,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "screening_term_kind" CHECK("screening_term"."kind" in ('include', 'exclude'))
);
--> statement-breakpoint
CREATE INDEX `screening_term_review` ON `screening_term` (`review_id`);--> statement-breakpoint
CREATE TABLE `stage_rule` (
	`review_id` integer NOT NULL,
	`stage` text NOT NULL,
	`third_share` real DEFAULT 0 NOT NULL,
	`adjudicators` text DEFAULT 'appointed' NOT NULL,
	`blind_adjudication` integer DEFAULT true NOT NULL,
	`hides_authors` integer DEFAULT false NOT NULL,
	`hides_source` integer DEFAULT false NOT NULL,
	`hides_year` integer DEFAULT false NOT NULL,
	`assignment` text DEFAULT 'everyone' NOT NULL,
	`shares` text DEFAULT '{}' NOT NULL,
	PRIMARY KEY(`review_id`, `stage`),
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_rule_stage" CHECK("stage_rule"."stage" in ('title_abstract', 'full_text')),
	CONSTRAINT "stage_rule_third" CHECK("stage_rule"."third_share" between 0 and 1),
	CONSTRAINT "stage_rule_adjudicators" CHECK("stage_rule"."adjudicators" in ('appointed', 'uninvolved', 'owners')),
	CONSTRAINT "stage_rule_assignment" CHECK("stage_rule"."assignment" in ('everyone', 'people', 'languages', 'sources'))
);
--> statement-breakpoint
CREATE TABLE `vote_reason` (
	`vote_id` integer NOT NULL,
	`criterion_id` integer NOT NULL,
	PRIMARY KEY(`vote_id`, `criterion_id`),
	FOREIGN KEY (`vote_id`) REFERENCES `vote`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vote_withdrawal` (
	`vote_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`vote_id`) REFERENCES `vote`(`id`) ON UPDATE no action ON DELETE no action
);

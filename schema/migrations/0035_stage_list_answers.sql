CREATE TABLE `stage_list_answer` (
	`id` integer PRIMARY KEY NOT NULL,
	`line_id` integer NOT NULL,
	`answer` text NOT NULL,
	`report_id` integer,
	`reason` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `stage_list_line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_list_answer_known" CHECK("stage_list_answer"."answer" in ('is', 'absent', 'open')),
	CONSTRAINT "stage_list_answer_names_report" CHECK(("stage_list_answer"."answer" = 'is') = ("stage_list_answer"."report_id" is not null)),
	CONSTRAINT "stage_list_answer_has_reason" CHECK("stage_list_answer"."answer" <> 'absent' or "stage_list_answer"."reason" <> '')
);
--> statement-breakpoint
CREATE INDEX `stage_list_answer_line` ON `stage_list_answer` (`line_id`,`id`);--> statement-breakpoint
CREATE INDEX `stage_list_answer_report` ON `stage_list_answer` (`report_id`);--> statement-breakpoint
CREATE TABLE `stage_list_settlement` (
	`adjudication_id` integer PRIMARY KEY NOT NULL,
	`answer_id` integer NOT NULL,
	FOREIGN KEY (`adjudication_id`) REFERENCES `adjudication`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answer_id`) REFERENCES `stage_list_answer`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stage_list_settlement_answer` ON `stage_list_settlement` (`answer_id`);
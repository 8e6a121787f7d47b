CREATE TABLE `checklist_statement` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`list` text NOT NULL,
	`item` text NOT NULL,
	`answer` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "checklist_statement_list" CHECK("checklist_statement"."list" in ('prisma-2020', 'prisma-2020-abstract', 'prisma-scr')),
	CONSTRAINT "checklist_statement_answer" CHECK("checklist_statement"."answer" in ('reported', 'not_applicable', 'not_reported', 'open')),
	CONSTRAINT "checklist_statement_has_place" CHECK(("checklist_statement"."answer" = 'reported') = ("checklist_statement"."place" <> '')),
	CONSTRAINT "checklist_statement_has_reason" CHECK("checklist_statement"."answer" <> 'not_applicable' or "checklist_statement"."comment" <> '')
);
--> statement-breakpoint
CREATE INDEX `checklist_statement_item` ON `checklist_statement` (`review_id`,`list`,`item`,`id`);
CREATE TABLE `duplicate_batch` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`score_from` real NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`undone_by` integer,
	`undone_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `duplicate_batch_review` ON `duplicate_batch` (`review_id`);--> statement-breakpoint
CREATE TABLE `related_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`first_id` integer NOT NULL,
	`second_id` integer NOT NULL,
	`relation` text NOT NULL,
	`decided_by` integer NOT NULL,
	`decided_at` text NOT NULL,
	`undone_by` integer,
	`undone_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "related_link_order" CHECK("related_link"."first_id" < "related_link"."second_id"),
	CONSTRAINT "related_link_relation" CHECK("related_link"."relation" in ('version', 'edition', 'about', 'study'))
);
--> statement-breakpoint
CREATE INDEX `related_link_first` ON `related_link` (`first_id`);--> statement-breakpoint
CREATE INDEX `related_link_second` ON `related_link` (`second_id`);--> statement-breakpoint
ALTER TABLE `duplicate_link` ADD `batch_id` integer;--> statement-breakpoint
-- Taken back is marked, never removed.
CREATE TRIGGER `related_link_is_kept` BEFORE DELETE ON `related_link`
BEGIN
  SELECT RAISE(ABORT, 'related_link is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `duplicate_batch_is_kept` BEFORE DELETE ON `duplicate_batch`
BEGIN
  SELECT RAISE(ABORT, 'duplicate_batch is never deleted');
END;

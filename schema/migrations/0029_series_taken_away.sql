ALTER TABLE `indicator_group` ADD `archived_at` text;--> statement-breakpoint
ALTER TABLE `indicator_value` ADD `archived_at` text;
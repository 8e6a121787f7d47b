ALTER TABLE `invitation` ADD `person_id` integer REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `review` ADD `report_id_shift` integer DEFAULT 0 NOT NULL;
CREATE TABLE `delivery` (
	`review_id` integer PRIMARY KEY NOT NULL,
	`parts` text DEFAULT '[]' NOT NULL,
	`citation_style` text DEFAULT 'apa' NOT NULL,
	`template_file_hash` text,
	`template_name` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);

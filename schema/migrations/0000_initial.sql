CREATE TABLE `audit_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`person_id` integer,
	`review_id` integer,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` integer,
	`before` text,
	`after` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_review` ON `audit_entry` (`review_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entity` ON `audit_entry` (`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text,
	`review_id` integer,
	`role` text,
	`may_adjudicate` integer DEFAULT false NOT NULL,
	`makes_administrator` integer DEFAULT false NOT NULL,
	`invited_by` integer,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`expires_at` text NOT NULL,
	`accepted_at` text,
	`accepted_by` integer,
	`withdrawn_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_role" CHECK("invitation"."role" is null or "invitation"."role" in ('owner', 'reviewer', 'reader')),
	CONSTRAINT "invitation_review_has_role" CHECK(("invitation"."review_id" is null) = ("invitation"."role" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`role` text NOT NULL,
	`may_adjudicate` integer DEFAULT false NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_role" CHECK("membership"."role" in ('owner', 'reviewer', 'reader'))
);
--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `membership_once` ON `membership` (`review_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`locale` text DEFAULT 'en' NOT NULL,
	`is_administrator` integer DEFAULT false NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`closed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`user_agent` text DEFAULT '' NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_hash_unique` ON `session` (`token_hash`);--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE TABLE `aim` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`text` text NOT NULL,
	`plain_summary` text DEFAULT '{}' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `aim_report` ON `aim` (`report_id`);--> statement-breakpoint
CREATE TABLE `aspect` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "aspect_scope" CHECK("aspect"."scope" in ('case', 'country'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `aspect_key` ON `aspect` (`review_id`,`scope`,`key`);--> statement-breakpoint
CREATE TABLE `aspect_cell` (
	`id` integer PRIMARY KEY NOT NULL,
	`aspect_id` integer NOT NULL,
	`case_id` integer,
	`country` text,
	`text` text DEFAULT '{}' NOT NULL,
	`number` real,
	`report_id` integer,
	`source` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`aspect_id`) REFERENCES `aspect`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `study_case`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "aspect_cell_of_one" CHECK(("aspect_cell"."case_id" is null) <> ("aspect_cell"."country" is null))
);
--> statement-breakpoint
CREATE INDEX `aspect_cell_aspect` ON `aspect_cell` (`aspect_id`);--> statement-breakpoint
CREATE TABLE `code` (
	`id` integer PRIMARY KEY NOT NULL,
	`codebook_id` integer NOT NULL,
	`parent_id` integer,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`definition` text DEFAULT '{}' NOT NULL,
	`synonyms` text DEFAULT '{}' NOT NULL,
	`position` integer NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`codebook_id`) REFERENCES `codebook`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `code_parent` ON `code` (`parent_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `code_key` ON `code` (`codebook_id`,`key`);--> statement-breakpoint
CREATE TABLE `codebook` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`description` text DEFAULT '{}' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "codebook_kind" CHECK("codebook"."kind" in ('tree', 'framework'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codebook_key` ON `codebook` (`review_id`,`key`);--> statement-breakpoint
CREATE TABLE `coding` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`code_id` integer NOT NULL,
	`locator` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`removed_at` text,
	`removed_by` integer,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coding_report` ON `coding` (`report_id`);--> statement-breakpoint
CREATE INDEX `coding_code` ON `coding` (`code_id`);--> statement-breakpoint
CREATE TABLE `country_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`country` text NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`removed_at` text,
	`removed_by` integer,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "country_link_code" CHECK("country_link"."country" glob '[A-Z][A-Z]')
);
--> statement-breakpoint
CREATE INDEX `country_link_report` ON `country_link` (`report_id`);--> statement-breakpoint
CREATE INDEX `country_link_country` ON `country_link` (`country`);--> statement-breakpoint
CREATE TABLE `excerpt` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`page` text DEFAULT '' NOT NULL,
	`locator` text DEFAULT '' NOT NULL,
	`cited_in` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "excerpt_kind" CHECK("excerpt"."kind" in ('quotation', 'restatement')),
	CONSTRAINT "excerpt_is_located" CHECK("excerpt"."page" <> '' or "excerpt"."locator" <> '')
);
--> statement-breakpoint
CREATE INDEX `excerpt_report` ON `excerpt` (`report_id`);--> statement-breakpoint
CREATE INDEX `excerpt_review` ON `excerpt` (`review_id`);--> statement-breakpoint
CREATE TABLE `excerpt_code` (
	`id` integer PRIMARY KEY NOT NULL,
	`excerpt_id` integer NOT NULL,
	`code_id` integer NOT NULL,
	FOREIGN KEY (`excerpt_id`) REFERENCES `excerpt`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `excerpt_code_once` ON `excerpt_code` (`excerpt_id`,`code_id`);--> statement-breakpoint
CREATE TABLE `study_case` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`country` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `study_case_key` ON `study_case` (`review_id`,`key`);--> statement-breakpoint
CREATE TABLE `document_page` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`page` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_page_once` ON `document_page` (`report_id`,`page`);--> statement-breakpoint
CREATE TABLE `retrieval` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`outcome` text NOT NULL,
	`how` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retrieval_outcome" CHECK("retrieval"."outcome" in ('retrieved', 'not_retrieved', 'reopened'))
);
--> statement-breakpoint
CREATE INDEX `retrieval_report` ON `retrieval` (`report_id`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`kind_id` integer NOT NULL,
	`key` text NOT NULL,
	`number` integer NOT NULL,
	`statement` text NOT NULL,
	`explanation` text DEFAULT '{}' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`created_by` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind_id`) REFERENCES `finding_kind`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "finding_state" CHECK("finding"."state" in ('draft', 'final'))
);
--> statement-breakpoint
CREATE INDEX `finding_kind_of` ON `finding` (`kind_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `finding_key` ON `finding` (`review_id`,`key`);--> statement-breakpoint
CREATE TABLE `finding_kind` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `finding_kind_key` ON `finding_kind` (`review_id`,`key`);--> statement-breakpoint
CREATE TABLE `finding_theme` (
	`id` integer PRIMARY KEY NOT NULL,
	`finding_id` integer NOT NULL,
	`code_id` integer NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `theme_code` ON `finding_theme` (`code_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `finding_theme_once` ON `finding_theme` (`finding_id`,`code_id`);--> statement-breakpoint
CREATE TABLE `support` (
	`id` integer PRIMARY KEY NOT NULL,
	`finding_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`excerpt_id` integer,
	`stance` text NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`removed_at` text,
	`removed_by` integer,
	FOREIGN KEY (`finding_id`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`excerpt_id`) REFERENCES `excerpt`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "support_stance" CHECK("support"."stance" in ('supports', 'contradicts'))
);
--> statement-breakpoint
CREATE INDEX `support_finding` ON `support` (`finding_id`);--> statement-breakpoint
CREATE INDEX `support_report` ON `support` (`report_id`);--> statement-breakpoint
CREATE INDEX `support_excerpt` ON `support` (`excerpt_id`);--> statement-breakpoint
CREATE TABLE `job` (
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
	CONSTRAINT "job_kind" CHECK("job"."kind" in ('import', 'duplicates', 'index')),
	CONSTRAINT "job_state" CHECK("job"."state" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `job_queue` ON `job` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `archive_fact` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`count` integer,
	`url` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `archive_fact_report` ON `archive_fact` (`report_id`);--> statement-breakpoint
CREATE TABLE `project` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '{}' NOT NULL,
	`organisation` text DEFAULT '' NOT NULL,
	`funder` text DEFAULT '' NOT NULL,
	`scheme` text DEFAULT '' NOT NULL,
	`project_number` text DEFAULT '' NOT NULL,
	`amount` real,
	`currency` text DEFAULT '' NOT NULL,
	`period` text DEFAULT '' NOT NULL,
	`countries` text DEFAULT '[]' NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_key` ON `project` (`review_id`,`key`);--> statement-breakpoint
CREATE TABLE `publication` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`number` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_once` ON `publication` (`review_id`,`number`);--> statement-breakpoint
CREATE TABLE `work_package` (
	`id` integer PRIMARY KEY NOT NULL,
	`project_id` integer NOT NULL,
	`code` text NOT NULL,
	`summary` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_package_code` ON `work_package` (`project_id`,`code`);--> statement-breakpoint
CREATE TABLE `correction` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`field` text NOT NULL,
	`value` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `correction_report` ON `correction` (`report_id`);--> statement-breakpoint
CREATE TABLE `duplicate_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`kept_id` integer NOT NULL,
	`duplicate_id` integer NOT NULL,
	`reasons` text NOT NULL,
	`score` real NOT NULL,
	`decided_by` integer,
	`decided_at` text NOT NULL,
	`undone_by` integer,
	`undone_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duplicate_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "duplicate_link_order" CHECK("duplicate_link"."kept_id" < "duplicate_link"."duplicate_id")
);
--> statement-breakpoint
CREATE INDEX `duplicate_link_review` ON `duplicate_link` (`review_id`);--> statement-breakpoint
CREATE INDEX `duplicate_link_kept` ON `duplicate_link` (`kept_id`);--> statement-breakpoint
CREATE INDEX `duplicate_link_duplicate` ON `duplicate_link` (`duplicate_id`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`search_run_id` integer,
	`file_name` text NOT NULL,
	`file_hash` text,
	`file_bytes` integer DEFAULT 0 NOT NULL,
	`format` text,
	`encoding` text,
	`state` text DEFAULT 'queued' NOT NULL,
	`declared` integer,
	`pieces_stored` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`created_by` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`finished_at` text,
	`undone_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`search_run_id`) REFERENCES `search_run`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_batch_state" CHECK("import_batch"."state" in ('queued', 'running', 'done', 'failed', 'undone'))
);
--> statement-breakpoint
CREATE INDEX `import_batch_review` ON `import_batch` (`review_id`);--> statement-breakpoint
CREATE TABLE `possible_pair` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`first_id` integer NOT NULL,
	`second_id` integer NOT NULL,
	`score` real NOT NULL,
	`reasons` text NOT NULL,
	`against` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "possible_pair_state" CHECK("possible_pair"."state" in ('open', 'same', 'different'))
);
--> statement-breakpoint
CREATE INDEX `possible_pair_queue` ON `possible_pair` (`review_id`,`state`,`score`);--> statement-breakpoint
CREATE UNIQUE INDEX `possible_pair_once` ON `possible_pair` (`first_id`,`second_id`);--> statement-breakpoint
CREATE TABLE `record` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`import_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`position` integer NOT NULL,
	`line_from` integer NOT NULL,
	`line_to` integer NOT NULL,
	`raw` text NOT NULL,
	`reference` text NOT NULL,
	`unmapped` text NOT NULL,
	`notices` text DEFAULT '[]' NOT NULL,
	`content_hash` text NOT NULL,
	`repeats_in_file` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_report` ON `record` (`report_id`);--> statement-breakpoint
CREATE INDEX `record_content` ON `record` (`review_id`,`content_hash`);--> statement-breakpoint
CREATE INDEX `record_account` ON `record` (`import_id`,`repeats_in_file`,`report_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `record_place` ON `record` (`import_id`,`position`);--> statement-breakpoint
CREATE TABLE `rejection` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`position` integer NOT NULL,
	`line_from` integer NOT NULL,
	`line_to` integer NOT NULL,
	`raw` text NOT NULL,
	`problem` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rejection_place` ON `rejection` (`import_id`,`position`);--> statement-breakpoint
CREATE TABLE `report` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`root_id` integer,
	`reference` text NOT NULL,
	`title` text NOT NULL,
	`year` integer,
	`first_author` text DEFAULT '' NOT NULL,
	`study_id` integer,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`study_id`) REFERENCES `study`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_root` ON `report` (`root_id`);--> statement-breakpoint
CREATE INDEX `report_review` ON `report` (`review_id`,`root_id`);--> statement-breakpoint
CREATE INDEX `report_publications` ON `report` (`review_id`,`withdrawn_at`,`root_id`);--> statement-breakpoint
CREATE INDEX `report_study` ON `report` (`study_id`);--> statement-breakpoint
CREATE TABLE `report_key` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`key` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_key_key` ON `report_key` (`review_id`,`key`);--> statement-breakpoint
CREATE INDEX `report_key_report` ON `report_key` (`report_id`);--> statement-breakpoint
CREATE TABLE `study` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`label` text NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `study_review` ON `study` (`review_id`);--> statement-breakpoint
CREATE TABLE `criterion` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`statement` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "criterion_kind" CHECK("criterion"."kind" in ('include', 'exclude'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `criterion_code` ON `criterion` (`review_id`,`code`);--> statement-breakpoint
CREATE TABLE `protocol_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "amendment_has_reason" CHECK("protocol_version"."number" = 1 or "protocol_version"."reason" <> '')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `protocol_version_once` ON `protocol_version` (`review_id`,`number`);--> statement-breakpoint
CREATE TABLE `review` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '{}' NOT NULL,
	`kind` text DEFAULT 'scoping' NOT NULL,
	`flow_template` text DEFAULT 'new-v2' NOT NULL,
	`flow_basis` text DEFAULT 'records' NOT NULL,
	`reviewers_title_abstract` integer DEFAULT 2 NOT NULL,
	`reviewers_full_text` integer DEFAULT 2 NOT NULL,
	`attribution` text DEFAULT '{}' NOT NULL,
	`is_exercise` integer DEFAULT false NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`published_at` text,
	`archived_at` text,
	CONSTRAINT "review_kind" CHECK("review"."kind" in ('scoping', 'systematic', 'rapid', 'literature', 'mixed_methods', 'qualitative_synthesis', 'umbrella', 'evidence_map')),
	CONSTRAINT "review_template" CHECK("review"."flow_template" in ('new-v1', 'new-v2', 'updated-v1', 'updated-v2')),
	CONSTRAINT "review_basis" CHECK("review"."flow_basis" in ('records', 'included_list')),
	CONSTRAINT "review_reviewers" CHECK("review"."reviewers_title_abstract" in (1, 2) and "review"."reviewers_full_text" in (1, 2)),
	CONSTRAINT "exercise_unpublished" CHECK(not ("review"."is_exercise" and "review"."published_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_slug_unique` ON `review` (`slug`);--> statement-breakpoint
CREATE TABLE `adjudication` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`stage` text NOT NULL,
	`person_id` integer NOT NULL,
	`answer` text NOT NULL,
	`criterion_id` integer,
	`note` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "adjudication_stage" CHECK("adjudication"."stage" in ('title_abstract', 'full_text')),
	CONSTRAINT "adjudication_answer" CHECK("adjudication"."answer" in ('include', 'exclude')),
	CONSTRAINT "adjudication_reason" CHECK("adjudication"."stage" <> 'full_text' or "adjudication"."answer" <> 'exclude' or "adjudication"."criterion_id" is not null)
);
--> statement-breakpoint
CREATE INDEX `adjudication_report` ON `adjudication` (`report_id`,`stage`);--> statement-breakpoint
CREATE TABLE `standing` (
	`report_id` integer NOT NULL,
	`stage` text NOT NULL,
	`state` text NOT NULL,
	`criterion_id` integer,
	PRIMARY KEY(`report_id`, `stage`),
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "standing_stage" CHECK("standing"."stage" in ('title_abstract', 'full_text')),
	CONSTRAINT "standing_state_known" CHECK("standing"."state" in ('unscreened', 'partly', 'conflict', 'passed', 'excluded'))
);
--> statement-breakpoint
CREATE INDEX `standing_state` ON `standing` (`stage`,`state`);--> statement-breakpoint
CREATE TABLE `vote` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`stage` text NOT NULL,
	`person_id` integer NOT NULL,
	`answer` text NOT NULL,
	`criterion_id` integer,
	`note` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	`client_key` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`criterion_id`) REFERENCES `criterion`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "vote_stage" CHECK("vote"."stage" in ('title_abstract', 'full_text')),
	CONSTRAINT "vote_answer" CHECK("vote"."answer" in ('include', 'maybe', 'exclude')),
	CONSTRAINT "vote_maybe" CHECK("vote"."answer" <> 'maybe' or "vote"."stage" = 'title_abstract'),
	CONSTRAINT "vote_reason" CHECK("vote"."stage" <> 'full_text' or "vote"."answer" <> 'exclude' or "vote"."criterion_id" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vote_client_key_unique` ON `vote` (`client_key`);--> statement-breakpoint
CREATE INDEX `vote_report` ON `vote` (`report_id`,`stage`,`person_id`);--> statement-breakpoint
CREATE INDEX `vote_person` ON `vote` (`review_id`,`stage`,`person_id`);--> statement-breakpoint
CREATE TABLE `concept_block` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`label` text NOT NULL,
	`terms` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `concept_block_review` ON `concept_block` (`review_id`);--> statement-breakpoint
CREATE TABLE `search_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`platform` text DEFAULT '' NOT NULL,
	`searched_on` text,
	`query` text DEFAULT '' NOT NULL,
	`limits` text DEFAULT '' NOT NULL,
	`hits_declared` integer,
	`notes` text DEFAULT '{}' NOT NULL,
	`created_by` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "search_run_kind" CHECK("search_run"."kind" in ('database', 'register', 'website', 'organisation', 'citation_searching', 'contact')),
	CONSTRAINT "search_run_hits" CHECK("search_run"."hits_declared" is null or "search_run"."hits_declared" >= 0)
);
--> statement-breakpoint
CREATE INDEX `search_run_review` ON `search_run` (`review_id`);--> statement-breakpoint
CREATE TABLE `indicator` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`unit` text NOT NULL,
	`source` text NOT NULL,
	`report_id` integer,
	`position` integer NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_id`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_key` ON `indicator` (`review_id`,`key`);--> statement-breakpoint
CREATE TABLE `indicator_group` (
	`id` integer PRIMARY KEY NOT NULL,
	`indicator_id` integer NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`position` integer NOT NULL,
	`change` text DEFAULT '' NOT NULL,
	`is_significant` integer,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_group_key` ON `indicator_group` (`indicator_id`,`key`);--> statement-breakpoint
CREATE TABLE `indicator_value` (
	`id` integer PRIMARY KEY NOT NULL,
	`group_id` integer NOT NULL,
	`year` integer NOT NULL,
	`value` real,
	FOREIGN KEY (`group_id`) REFERENCES `indicator_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_value_once` ON `indicator_value` (`group_id`,`year`);--> statement-breakpoint
CREATE TABLE `reported_number` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`box` text NOT NULL,
	`value` integer,
	`label` text DEFAULT '{}' NOT NULL,
	`source` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reported_number_review` ON `reported_number` (`review_id`,`box`);
CREATE TABLE `ranking` (
	`review_id` integer NOT NULL,
	`stage` text NOT NULL,
	`run_id` integer NOT NULL,
	`ids` blob NOT NULL,
	PRIMARY KEY(`review_id`, `stage`),
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `ranking_run`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ranking_stage" CHECK("ranking"."stage" in ('title_abstract', 'full_text'))
);
--> statement-breakpoint
CREATE TABLE `ranking_run` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`stage` text NOT NULL,
	`model` text NOT NULL,
	`seed` integer NOT NULL,
	`parameters` text NOT NULL,
	`last_vote_id` integer NOT NULL,
	`last_adjudication_id` integer NOT NULL,
	`included` integer NOT NULL,
	`excluded` integer NOT NULL,
	`publications` integer NOT NULL,
	`text_hash` text NOT NULL,
	`order_hash` text NOT NULL,
	`duration_ms` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ranking_run_stage_known" CHECK("ranking_run"."stage" in ('title_abstract', 'full_text'))
);
--> statement-breakpoint
CREATE INDEX `ranking_run_stage` ON `ranking_run` (`review_id`,`stage`,`id`);--> statement-breakpoint
CREATE TABLE `stage_order` (
	`review_id` integer NOT NULL,
	`stage` text NOT NULL,
	`desk_order` text NOT NULL,
	`since_vote_id` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`review_id`, `stage`),
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stage_order_stage" CHECK("stage_order"."stage" in ('title_abstract', 'full_text')),
	CONSTRAINT "stage_order_known" CHECK("stage_order"."desk_order" in ('ranked', 'random', 'chronological'))
);
--> statement-breakpoint
CREATE TABLE `stopping_decision` (
	`id` integer PRIMARY KEY NOT NULL,
	`review_id` integer NOT NULL,
	`stage` text NOT NULL,
	`kind` text NOT NULL,
	`rule` text DEFAULT '' NOT NULL,
	`parameters` text DEFAULT '{}' NOT NULL,
	`last_report_id` integer NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stopping_decision_stage_known" CHECK("stopping_decision"."stage" = 'title_abstract'),
	CONSTRAINT "stopping_decision_kind" CHECK("stopping_decision"."kind" in ('stop', 'reopen')),
	CONSTRAINT "stopping_decision_has_reason" CHECK("stopping_decision"."reason" <> '')
);
--> statement-breakpoint
CREATE INDEX `stopping_decision_stage` ON `stopping_decision` (`review_id`,`stage`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_job` (
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
	CONSTRAINT "job_kind" CHECK("__new_job"."kind" in ('import', 'duplicates', 'index', 'full_text', 'ranking')),
	CONSTRAINT "job_state" CHECK("__new_job"."state" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
INSERT INTO `__new_job`("id", "kind", "review_id", "payload", "state", "done", "total", "attempts", "problem", "person_id", "created_at", "started_at", "finished_at") SELECT "id", "kind", "review_id", "payload", "state", "done", "total", "attempts", "problem", "person_id", "created_at", "started_at", "finished_at" FROM `job`;--> statement-breakpoint
DROP TABLE `job`;--> statement-breakpoint
ALTER TABLE `__new_job` RENAME TO `job`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `job_queue` ON `job` (`state`,`id`);
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
	CONSTRAINT "job_kind" CHECK("__new_job"."kind" in ('import', 'undo', 'duplicates', 'index', 'full_text', 'ranking', 'report', 'restore', 'archive')),
	CONSTRAINT "job_state" CHECK("__new_job"."state" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
INSERT INTO `__new_job`("id", "kind", "review_id", "payload", "state", "done", "total", "attempts", "problem", "person_id", "created_at", "started_at", "finished_at") SELECT "id", "kind", "review_id", "payload", "state", "done", "total", "attempts", "problem", "person_id", "created_at", "started_at", "finished_at" FROM `job`;--> statement-breakpoint
DROP TABLE `job`;--> statement-breakpoint
ALTER TABLE `__new_job` RENAME TO `job`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `job_queue` ON `job` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `import_batch_undoing` ON `import_batch` (`id`) WHERE state = 'running' and undone_at is not null;
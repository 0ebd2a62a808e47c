CREATE TABLE "demos" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"loaded_by" uuid,
	"user_id" text NOT NULL,
	"steps_done" integer DEFAULT 0 NOT NULL,
	"steps" integer NOT NULL,
	"failure" text,
	"finished_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);

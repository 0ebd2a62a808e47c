CREATE TABLE "round_lines" (
	"organization_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"locked_minor" bigint,
	"left_out" text,
	"payee_url" text,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_lines_organization_id_round_id_project_id_pk" PRIMARY KEY("organization_id","round_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"period" text NOT NULL,
	"budget_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"floor_minor" bigint NOT NULL,
	"cap_minor" bigint,
	"step_minor" bigint NOT NULL,
	"created_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rounds_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);

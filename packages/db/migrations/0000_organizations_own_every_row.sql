CREATE TABLE "audit" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"operation" text NOT NULL,
	"entity" text,
	"detail" jsonb NOT NULL,
	"input_digest" text NOT NULL,
	CONSTRAINT "audit_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"organization_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"audit_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_chain_organization_id_position_pk" PRIMARY KEY("organization_id","position")
);
--> statement-breakpoint
CREATE TABLE "audit_pending" (
	"organization_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	CONSTRAINT "audit_pending_organization_id_audit_id_pk" PRIMARY KEY("organization_id","audit_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"organization_id" uuid NOT NULL,
	"key" text NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"body_digest" text NOT NULL,
	"status" integer NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_organization_id_key_method_path_pk" PRIMARY KEY("organization_id","key","method","path")
);
--> statement-breakpoint
CREATE TABLE "contribution_notes" (
	"organization_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"link" text,
	"note" text,
	"reason" text,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contribution_notes_organization_id_contribution_id_pk" PRIMARY KEY("organization_id","contribution_id")
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"day" date NOT NULL,
	"minutes" integer NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"value_minor" bigint,
	"value_unknown" text,
	"currency" text NOT NULL,
	"rate_id" uuid,
	"exchange_rate_id" uuid,
	"reverses_id" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contributions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "donation_notes" (
	"organization_id" uuid NOT NULL,
	"donation_id" uuid NOT NULL,
	"payee" text,
	"channel" text,
	"reference" text,
	"reason" text,
	"pledge" jsonb,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "donation_notes_organization_id_donation_id_pk" PRIMARY KEY("organization_id","donation_id")
);
--> statement-breakpoint
CREATE TABLE "donation_shares" (
	"organization_id" uuid NOT NULL,
	"donation_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"weight" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"value_minor" bigint,
	CONSTRAINT "donation_shares_organization_id_donation_id_position_pk" PRIMARY KEY("organization_id","donation_id","position")
);
--> statement-breakpoint
CREATE TABLE "donations" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"value_minor" bigint,
	"value_unknown" text,
	"value_currency" text NOT NULL,
	"exchange_rate_id" uuid,
	"attribution" text NOT NULL,
	"pledge_eligible" boolean NOT NULL,
	"reverses_id" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "donations_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "period_states" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"period" text NOT NULL,
	"start_day" date NOT NULL,
	"end_day" date NOT NULL,
	"state" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "period_states_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"hint" text NOT NULL,
	"scope" text[] NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY NOT NULL,
	"secret_fingerprint" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"organization_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"base" text NOT NULL,
	"quote" text NOT NULL,
	"day" date NOT NULL,
	"rate" text NOT NULL,
	"source" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exchange_rates_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "headcounts" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" text NOT NULL,
	"developers" numeric(12, 2) NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "headcounts_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"host" text NOT NULL,
	"handle" text,
	"from_day" date,
	"to_day" date,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"from_day" date,
	"to_day" date,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"week_start" integer DEFAULT 1 NOT NULL,
	"fiscal_year_start" integer DEFAULT 1 NOT NULL,
	"small_product_floor" integer DEFAULT 20 NOT NULL,
	"smallest_gift_minor" bigint DEFAULT 5000 NOT NULL,
	"smallest_gift_currency" text DEFAULT 'USD' NOT NULL,
	"first_party_patterns" text[] DEFAULT '{}'::text[] NOT NULL,
	"salt" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text,
	"email" text,
	"role_family" text,
	"region" text,
	"erased_at" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "rates" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role_family" text,
	"region" text,
	"from_day" date NOT NULL,
	"hourly_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rates_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"organization_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"value_minor" bigint,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "targets_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"from_day" date,
	"to_day" date,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"organization_id" uuid NOT NULL,
	"package_id" bigint NOT NULL,
	"url" text NOT NULL,
	"platform" text NOT NULL,
	"source" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channels_organization_id_package_id_url_pk" PRIMARY KEY("organization_id","package_id","url")
);
--> statement-breakpoint
CREATE TABLE "mapping_rules" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"pattern" text NOT NULL,
	"project_id" uuid NOT NULL,
	"retired_at" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mapping_rules_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "package_evidence" (
	"organization_id" uuid NOT NULL,
	"package_id" bigint NOT NULL,
	"project" text NOT NULL,
	"statement" text NOT NULL,
	"source" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "package_evidence_organization_id_package_id_project_source_pk" PRIMARY KEY("organization_id","package_id","project","source")
);
--> statement-breakpoint
CREATE TABLE "packages" (
	"organization_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "packages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"purl" text NOT NULL,
	"key" text NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"project_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "packages_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"provisional" boolean NOT NULL,
	"controlled" boolean DEFAULT false NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "projects_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "components" (
	"organization_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"package_id" bigint NOT NULL,
	"version" text NOT NULL,
	"scope" text NOT NULL,
	"direct" boolean,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "components_organization_id_source_id_package_id_version_since_pk" PRIMARY KEY("organization_id","source_id","package_id","version","since")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"organization_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"byte_length" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"beside" "bytea",
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_organization_id_digest_pk" PRIMARY KEY("organization_id","digest")
);
--> statement-breakpoint
CREATE TABLE "product_eras" (
	"organization_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"start_day" integer NOT NULL,
	"end_day" integer NOT NULL,
	"kept" bigint NOT NULL,
	"left_over" bigint NOT NULL,
	"assumed" boolean NOT NULL,
	"shapes" text[] NOT NULL,
	"definition_version" text NOT NULL,
	CONSTRAINT "product_eras_organization_id_product_id_start_day_pk" PRIMARY KEY("organization_id","product_id","start_day")
);
--> statement-breakpoint
CREATE TABLE "product_masses" (
	"organization_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"start_day" integer NOT NULL,
	"end_day" integer NOT NULL,
	"mass" bigint NOT NULL,
	"runtime" boolean NOT NULL,
	"ecosystems" text[] NOT NULL,
	CONSTRAINT "product_masses_organization_id_product_id_project_id_start_day_pk" PRIMARY KEY("organization_id","product_id","project_id","start_day")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"tier" integer NOT NULL,
	"weight" numeric(12, 4),
	"team_id" uuid,
	"in_use_since" date,
	"retired_on" date,
	"reviewed_at" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"format" text NOT NULL,
	"format_version" text NOT NULL,
	"shape" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"taken_on" date NOT NULL,
	"ref" text,
	"label" text,
	"effective" boolean NOT NULL,
	"components" integer NOT NULL,
	"direct" integer NOT NULL,
	"edges" integer NOT NULL,
	"added" integer NOT NULL,
	"removed" integer NOT NULL,
	"updated" integer NOT NULL,
	"problems" jsonb NOT NULL,
	"graph" "bytea" NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "snapshots_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"path" text NOT NULL,
	"tracked_ref" text,
	"last_seen_at" timestamp with time zone NOT NULL,
	"retired_on" date,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"status" text NOT NULL,
	"product_id" uuid NOT NULL,
	"source_path" text NOT NULL,
	"ref" text,
	"label" text,
	"effective" boolean NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"snapshot_id" uuid,
	"refusal" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uploads_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit" USING btree ("organization_id","entity");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_chain_row" ON "audit_chain" USING btree ("organization_id","audit_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "contributions_day" ON "contributions" USING btree ("organization_id","day");--> statement-breakpoint
CREATE INDEX "contributions_reverses" ON "contributions" USING btree ("organization_id","reverses_id");--> statement-breakpoint
CREATE INDEX "donation_shares_project" ON "donation_shares" USING btree ("organization_id","project_id");--> statement-breakpoint
CREATE INDEX "donations_day" ON "donations" USING btree ("organization_id","day");--> statement-breakpoint
CREATE INDEX "donations_reverses" ON "donations" USING btree ("organization_id","reverses_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_digest" ON "api_keys" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "auth_accounts_user" ON "auth_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_user" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verifications_identifier" ON "auth_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_handle" ON "identities" USING btree ("organization_id","host","handle");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("organization_id",lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "teams_slug" ON "teams" USING btree ("organization_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "packages_key" ON "packages" USING btree ("organization_id","key");--> statement-breakpoint
CREATE INDEX "packages_project" ON "packages" USING btree ("organization_id","project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "projects_slug" ON "projects" USING btree ("organization_id","slug");--> statement-breakpoint
CREATE INDEX "components_package" ON "components" USING btree ("organization_id","package_id");--> statement-breakpoint
CREATE INDEX "components_in_force" ON "components" USING btree ("organization_id","source_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "product_masses_project" ON "product_masses" USING btree ("organization_id","project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_slug" ON "products" USING btree ("organization_id","slug");--> statement-breakpoint
CREATE INDEX "snapshots_source" ON "snapshots" USING btree ("organization_id","source_id","taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_path" ON "sources" USING btree ("organization_id","product_id","path");
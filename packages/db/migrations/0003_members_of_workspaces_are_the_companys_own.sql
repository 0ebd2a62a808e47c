CREATE TABLE "own_packages" (
	"organization_id" uuid NOT NULL,
	"key" text NOT NULL,
	"source_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "own_packages_organization_id_key_source_id_pk" PRIMARY KEY("organization_id","key","source_id")
);

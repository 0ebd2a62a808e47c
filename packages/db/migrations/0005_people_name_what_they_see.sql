CREATE TABLE "saved_views" (
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_organization_id_person_id_page_name_pk" PRIMARY KEY("organization_id","person_id","page","name")
);

ALTER TABLE "product_eras" ADD COLUMN "mass_digest" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "stated_digest" text;
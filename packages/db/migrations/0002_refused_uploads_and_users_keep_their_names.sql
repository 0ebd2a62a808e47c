ALTER TABLE "auth_users" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "product_slug" text;--> statement-breakpoint
CREATE INDEX "auth_users_address" ON "auth_users" USING btree ("address");
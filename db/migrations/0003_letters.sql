CREATE TABLE "follows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"guest_key" text NOT NULL,
	"post_id" text NOT NULL,
	"comment_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	CONSTRAINT "follows_once" UNIQUE NULLS NOT DISTINCT("guest_key","post_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"key" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone,
	"own_asked_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"listed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "letter_keys" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"guest_key" text,
	"follow_id" uuid,
	"comment_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_guest_key_guests_key_fk" FOREIGN KEY ("guest_key") REFERENCES "public"."guests"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_keys" ADD CONSTRAINT "letter_keys_guest_key_guests_key_fk" FOREIGN KEY ("guest_key") REFERENCES "public"."guests"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_keys" ADD CONSTRAINT "letter_keys_follow_id_follows_id_fk" FOREIGN KEY ("follow_id") REFERENCES "public"."follows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_keys" ADD CONSTRAINT "letter_keys_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follows_post" ON "follows" USING btree ("post_id","comment_id");--> statement-breakpoint
CREATE INDEX "follows_comment" ON "follows" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "letter_keys_expires" ON "letter_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "letter_keys_guest" ON "letter_keys" USING btree ("guest_key");--> statement-breakpoint
CREATE INDEX "letter_keys_follow" ON "letter_keys" USING btree ("follow_id");--> statement-breakpoint
CREATE INDEX "letter_keys_comment" ON "letter_keys" USING btree ("comment_id");
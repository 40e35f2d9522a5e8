CREATE TYPE "public"."comment_source" AS ENUM('site', 'import', 'webmention');--> statement-breakpoint
CREATE TYPE "public"."comment_status" AS ENUM('held', 'published', 'spam', 'removed');--> statement-breakpoint
CREATE TABLE "comment_contacts" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"email_hash" text,
	"address_hash" text
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"number" integer,
	"parent_id" uuid,
	"root_id" uuid NOT NULL,
	"status" "comment_status" NOT NULL,
	"reasons" text[] DEFAULT '{}'::text[] NOT NULL,
	"body" text NOT NULL,
	"name" text NOT NULL,
	"website" text,
	"swatch" text NOT NULL,
	"by_author" boolean DEFAULT false NOT NULL,
	"latest_post" jsonb,
	"anchor" jsonb,
	"source" "comment_source" DEFAULT 'site' NOT NULL,
	"source_id" text,
	"key" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp (3) with time zone,
	"edited_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "comments_key_unique" UNIQUE("key"),
	CONSTRAINT "comments_post_number" UNIQUE("post_id","number"),
	CONSTRAINT "comments_source" UNIQUE("source","source_id"),
	CONSTRAINT "comments_published_has_number" CHECK ("comments"."status" <> 'published' or ("comments"."number" is not null and "comments"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"post_id" text PRIMARY KEY NOT NULL,
	"next_number" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"key" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"bucket" text PRIMARY KEY NOT NULL,
	"times" timestamp (3) with time zone[] NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_contacts" ADD CONSTRAINT "comment_contacts_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_root_id_comments_id_fk" FOREIGN KEY ("root_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_contacts_email" ON "comment_contacts" USING btree ("email_hash");--> statement-breakpoint
CREATE INDEX "comments_post_status" ON "comments" USING btree ("post_id","status","number");--> statement-breakpoint
CREATE INDEX "comments_root" ON "comments" USING btree ("root_id","number");--> statement-breakpoint
CREATE INDEX "comments_created" ON "comments" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "comments_published" ON "comments" USING btree ("status","published_at");--> statement-breakpoint
CREATE INDEX "comments_body" ON "comments" USING hash ("body");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("done_at","due_at");--> statement-breakpoint
CREATE INDEX "rate_limits_expires" ON "rate_limits" USING btree ("expires_at");
CREATE TYPE "public"."decision_maker" AS ENUM('rules', 'writer', 'author');--> statement-breakpoint
CREATE TYPE "public"."decision_verb" AS ENUM('publish', 'hold', 'spam', 'remove', 'edit');--> statement-breakpoint
CREATE TYPE "public"."person_standing" AS ENUM('trusted', 'blocked');--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comment_id" uuid NOT NULL,
	"verb" "decision_verb" NOT NULL,
	"by" "decision_maker" NOT NULL,
	"before" jsonb,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"key" text PRIMARY KEY NOT NULL,
	"standing" "person_standing" NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_contacts" ADD COLUMN "writer_hash" text;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "for_author" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_comment" ON "decisions" USING btree ("comment_id","id");--> statement-breakpoint
CREATE INDEX "comment_contacts_writer" ON "comment_contacts" USING btree ("writer_hash");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_for_author_unpublished" CHECK (not ("comments"."for_author" and "comments"."status" = 'published'));
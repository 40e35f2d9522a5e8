ALTER TYPE "public"."decision_verb" ADD VALUE 'answer';--> statement-breakpoint
CREATE TABLE "answers" (
	"decision_id" bigint PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;
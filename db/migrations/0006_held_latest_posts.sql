ALTER TYPE "public"."decision_verb" ADD VALUE 'show-latest';--> statement-breakpoint
ALTER TYPE "public"."decision_verb" ADD VALUE 'drop-latest';--> statement-breakpoint
CREATE INDEX "comments_latest_held" ON "comments" USING btree ("published_at") WHERE ("comments"."latest_post" ->> 'nowCalled') is not null;
CREATE TABLE "blog_reads" (
	"key" text PRIMARY KEY NOT NULL,
	"blog" jsonb,
	"read_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "blog_reads_read" ON "blog_reads" USING btree ("read_at");
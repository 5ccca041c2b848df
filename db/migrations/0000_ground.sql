CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"origins" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"verification_id" uuid NOT NULL,
	"phone_mark" "bytea" NOT NULL,
	"channel" text NOT NULL,
	"call_mode" text,
	"priority" smallint NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"reason" text,
	"carrier_ref" text,
	"carrier_code" integer,
	"posts" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone,
	"sending_at" timestamp with time zone,
	"check_at" timestamp with time zone,
	"carrier_answered" boolean DEFAULT false NOT NULL,
	"answered_at" timestamp with time zone,
	"wrong_keys" smallint DEFAULT 0 NOT NULL,
	"repeats" smallint DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_id_tenant_id_pk" PRIMARY KEY("id","tenant_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"verification_id" uuid,
	"delivery_id" uuid,
	"request_id" text,
	"data" jsonb
);
--> statement-breakpoint
CREATE TABLE "idempotent_answers" (
	"tenant_id" uuid NOT NULL,
	"key_mark" "bytea" NOT NULL,
	"request_mark" "bytea" NOT NULL,
	"status" smallint NOT NULL,
	"answer_sealed" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_answers_tenant_id_key_mark_pk" PRIMARY KEY("tenant_id","key_mark")
);
--> statement-breakpoint
CREATE TABLE "lookups" (
	"phone_mark" "bytea" PRIMARY KEY NOT NULL,
	"line_type" text NOT NULL,
	"looked_up_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parked_receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"carrier_ref" text NOT NULL,
	"status" text NOT NULL,
	"carrier_code" integer,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proven_numbers" (
	"tenant_id" uuid NOT NULL,
	"subject_id" text NOT NULL,
	"phone_mark" "bytea" NOT NULL,
	"proven_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proven_numbers_tenant_id_subject_id_phone_mark_pk" PRIMARY KEY("tenant_id","subject_id","phone_mark")
);
--> statement-breakpoint
CREATE TABLE "send_clearings" (
	"mark" "bytea" PRIMARY KEY NOT NULL,
	"cleared_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_counters" (
	"mark" "bytea" NOT NULL,
	"slot" smallint NOT NULL,
	"window_at" timestamp with time zone NOT NULL,
	"sends" integer NOT NULL,
	"approved" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "send_counters_mark_window_at_slot_pk" PRIMARY KEY("mark","window_at","slot")
);
--> statement-breakpoint
CREATE TABLE "send_ledger" (
	"mark" "bytea" PRIMARY KEY NOT NULL,
	"sent_at" timestamp with time zone[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"locale" text NOT NULL,
	"served_countries" text[],
	"host" text,
	"discreet" boolean DEFAULT false NOT NULL,
	"lookup" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"subject_id" text,
	"purpose" text NOT NULL,
	"phone_mark" "bytea" NOT NULL,
	"prefix_mark" "bytea" NOT NULL,
	"phone_sealed" text NOT NULL,
	"to_masked" text NOT NULL,
	"country" text NOT NULL,
	"line_type" text NOT NULL,
	"locale" text NOT NULL,
	"brand" text NOT NULL,
	"channel" text NOT NULL,
	"call_mode" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"sends" smallint DEFAULT 1 NOT NULL,
	"code_sealed" text,
	"code_mark" "bytea",
	"match_digits" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"resend_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "verifications_id_tenant_id_pk" PRIMARY KEY("id","tenant_id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_of_verification" FOREIGN KEY ("verification_id","tenant_id") REFERENCES "public"."verifications"("id","tenant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_tenant" ON "api_keys" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "deliveries_verification" ON "deliveries" USING btree ("verification_id");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "deliveries_check" ON "deliveries" USING btree ("check_at") WHERE check_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_one_live_call" ON "deliveries" USING btree ("phone_mark") WHERE channel = 'call' and status in ('queued','sending','unknown','sent','ringing','answered');--> statement-breakpoint
CREATE INDEX "events_verification" ON "events" USING btree ("verification_id");--> statement-breakpoint
CREATE INDEX "idempotent_answers_age" ON "idempotent_answers" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "send_counters_window" ON "send_counters" USING btree ("window_at");--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_one_live" ON "verifications" USING btree ("tenant_id","subject_id","purpose") WHERE status = 'pending' and subject_id is not null;--> statement-breakpoint
CREATE INDEX "verifications_expiry" ON "verifications" USING btree ("expires_at") WHERE status = 'pending';
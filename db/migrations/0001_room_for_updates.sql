-- A verification is written several times after it was made (sends, receipts, tries). Room in its page keeps those
-- writes out of the indexes (heap-only tuples); an approved row is then left alone until it is deleted.
ALTER TABLE "verifications" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "send_ledger" SET (fillfactor = 80);

-- AlterTable
ALTER TABLE "exports" ADD COLUMN     "sight" TEXT NOT NULL DEFAULT 'clear';

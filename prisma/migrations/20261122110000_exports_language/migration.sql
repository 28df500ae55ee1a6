-- AlterTable
ALTER TABLE "exports" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en';

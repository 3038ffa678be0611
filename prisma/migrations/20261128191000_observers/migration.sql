-- A person who reads at the desk, without contact details, and writes internal notes.
ALTER TYPE "role" ADD VALUE 'observer' BEFORE 'editor';

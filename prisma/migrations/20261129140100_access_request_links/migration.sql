-- A mailed link to everything that is held on an address.
ALTER TYPE "link_purpose" ADD VALUE 'read_held';

/** Stands beneath pages about searches: their numbers have no receipts of rows. */
export const madeOfReleases =
  'Every number about searches on this page is from a released table. Its rows are with the holder of the logs and never leave, so these numbers have no receipts.';

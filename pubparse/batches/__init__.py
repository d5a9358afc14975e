"""Arrow batches of pages' texts in, batches of pages that were read out: for engines that run over many pages."""

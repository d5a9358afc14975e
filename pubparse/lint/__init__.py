"""A page in, what a careful reader would tell its owner out: findings, and fixes for those that have one."""

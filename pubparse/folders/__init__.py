"""A folder of a site in, its publications out: one front matter a paper, as academicpages and Hugo Blox keep them."""

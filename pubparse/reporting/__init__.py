"""Pages in, one HTML file out in which a person sees what was read, where, and how surely."""

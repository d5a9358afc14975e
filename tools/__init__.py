"""What writes committed files: the schema, and the weights of the grammar."""

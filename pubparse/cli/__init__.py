"""The command line: the only place that knows of arguments, terminals and colour."""
